package io.wenliu.kafka.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wenliu.contract.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileClaimStoreTest implements ClaimStoreContract {

  @TempDir Path directory;

  @Override
  public ClaimStore store() {
    return new FileClaimStore(directory.resolve("claims"));
  }

  @Test
  void aDamagedFileIsNotHandedOutAndIsReplacedByTheNextPut() throws IOException {
    // Given
    Claim claim = store().put(CONTENT);
    byte[] damaged = CONTENT.clone();
    damaged[0]++;
    Files.write(fileOf(claim), damaged);

    // Then
    assertThatThrownBy(() -> store().get(claim))
        .isInstanceOf(UnreadableClaimException.class)
        .hasMessageContaining("damaged");
    Files.write(fileOf(claim), new byte[] {1});
    assertThat(store().get(store().put(CONTENT))).isEqualTo(CONTENT);
  }

  @Test
  void nothingIsLeftBesideTheContent() throws IOException {
    // When
    Claim claim = store().put(CONTENT);
    store().put(CONTENT);

    // Then
    try (var files = Files.walk(directory)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).containsExactly(fileOf(claim));
    }
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsTrouble() throws IOException {
    // Given
    Path file = Files.createFile(directory.resolve("file"));

    // Then
    assertThatThrownBy(() -> new FileClaimStore(file).put(CONTENT))
        .isInstanceOf(java.io.UncheckedIOException.class);
  }

  @Test
  void aStoreThatIsOpenRefusesWhatWasNeverKeptAndWaitsWhileItsDirectoryIsAway() throws IOException {
    // Given
    Path kept = directory.resolve("kept");
    FileClaimStore store = FileClaimStore.open(kept, 1_000);
    Claim never = Claim.to(CONTENT);

    // Then
    assertThatThrownBy(() -> store.get(never)).isInstanceOf(UnreadableClaimException.class);
    Files.delete(kept);
    assertThatThrownBy(() -> store.get(never))
        .isInstanceOf(java.io.UncheckedIOException.class)
        .hasMessageContaining("away");
  }

  @Test
  void aFullStoreTakesNothingMoreUntilThereIsRoomAndTheIntakeMeetsTheLimitFirst() {
    // Given
    Path limited = directory.resolve("limited");
    FileClaimStore store = new FileClaimStore(limited, 1_000);
    Claim first = store.put(new byte[500]);
    byte[] toTheLimit = new byte[499];

    // Then
    assertThatThrownBy(() -> store.forIntake().put(toTheLimit))
        .isInstanceOf(ClaimStoreFullException.class);
    store.put(toTheLimit);
    assertThatThrownBy(() -> store.put(new byte[2])).isInstanceOf(ClaimStoreFullException.class);
    assertThat(store.put(new byte[500])).isEqualTo(first);
    store.delete(first);
    await().until(() -> put(store, 2));
  }

  @Test
  void whatAnotherProcessKeepsCountsToo() {
    // Given
    Path shared = directory.resolve("shared");
    new FileClaimStore(shared, 1_000).put(new byte[900]);

    // Then
    assertThatThrownBy(() -> new FileClaimStore(shared, 1_000).put(new byte[101]))
        .isInstanceOf(ClaimStoreFullException.class);
  }

  private static boolean put(FileClaimStore store, int bytes) {
    try {
      store.put(new byte[bytes]);
      return true;
    } catch (ClaimStoreFullException e) {
      return false;
    }
  }

  private Path fileOf(Claim claim) {
    return directory
        .resolve("claims")
        .resolve(claim.sha256().substring(0, 2))
        .resolve(claim.sha256());
  }
}
