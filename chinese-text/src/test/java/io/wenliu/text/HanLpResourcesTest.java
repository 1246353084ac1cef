package io.wenliu.text;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hankcs.hanlp.HanLP;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HanLpResourcesTest {

  @Test
  void hanLpCanNeitherWriteNorReadOutsideItsJar() {
    // Given
    HanLpResources.confine();

    // Then
    assertThatThrownBy(() -> HanLP.Config.IOAdapter.create("cache.bin"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> HanLP.Config.IOAdapter.open("etc/passwd"))
        .isInstanceOf(IOException.class);
  }
}
