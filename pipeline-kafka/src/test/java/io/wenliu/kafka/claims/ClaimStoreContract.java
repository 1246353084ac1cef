package io.wenliu.kafka.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenliu.contract.Claim;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every [ClaimStore] keeps.
interface ClaimStoreContract {

  byte[] CONTENT = "青山村办起夜校".getBytes(StandardCharsets.UTF_8);

  ClaimStore store();

  @Test
  default void contentIsReadBackByItsHash() {
    // When
    Claim claim = store().put(CONTENT);

    // Then
    assertThat(claim).isEqualTo(Claim.to(CONTENT));
    assertThat(store().get(claim)).isEqualTo(CONTENT);
  }

  @Test
  default void theSameContentIsKeptOnceHoweverOftenItIsPut() throws Exception {
    // Given
    byte[] large = new byte[3_000_000];
    Callable<Claim> put = () -> store().put(large);

    // When
    List<Claim> claims;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      claims =
          threads.invokeAll(Stream.generate(() -> put).limit(20).toList()).stream()
              .map(future -> {
                try {
                  return future.get();
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              })
              .distinct()
              .toList();
    }

    // Then
    assertThat(claims).hasSize(1);
    assertThat(store().get(claims.getFirst())).isEqualTo(large);
  }

  @Test
  default void whatIsKeptIsListedAndGoesUnlessItIsKeptAgain() {
    // Given
    Claim claim = store().put("无人认领".getBytes(StandardCharsets.UTF_8));
    StoredClaim stored =
        store().list().stream()
            .filter(each -> each.claim().equals(claim))
            .findFirst()
            .orElseThrow();
    StoredClaim before = new StoredClaim(claim, stored.lastKept().minusSeconds(60));

    // Then: kept again since it was listed
    assertThat(store().deleteUnlessUsed(before)).isFalse();
    assertThat(store().get(claim)).isNotEmpty();
    assertThat(store().deleteUnlessUsed(stored)).isTrue();
    assertThat(store().list()).extracting(StoredClaim::claim).doesNotContain(claim);
    assertThat(store().deleteUnlessUsed(stored)).isTrue();
  }

  @Test
  default void emptyContentIsContent() {
    // When
    Claim claim = store().put(new byte[0]);

    // Then
    assertThat(store().get(claim)).isEmpty();
  }

  @Test
  default void whatIsNotThereOrOfAnotherSizeIsUnreadable() {
    // Given
    Claim unknown = Claim.to(new byte[] {1, 2, 3});
    Claim lying = new Claim(store().put(CONTENT).sha256(), 5);

    // Then
    assertThatThrownBy(() -> store().get(unknown)).isInstanceOf(UnreadableClaimException.class);
    assertThatThrownBy(() -> store().get(lying)).isInstanceOf(UnreadableClaimException.class);
  }

  @Test
  default void deletedContentIsGoneAndMayComeBack() {
    // Given
    Claim claim = store().put(CONTENT);

    // When
    store().delete(claim);
    store().delete(claim);

    // Then
    assertThatThrownBy(() -> store().get(claim)).isInstanceOf(UnreadableClaimException.class);
    assertThat(store().get(store().put(CONTENT))).isEqualTo(CONTENT);
  }
}
