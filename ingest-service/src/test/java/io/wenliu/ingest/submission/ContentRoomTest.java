package io.wenliu.ingest.submission;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ContentRoomTest {

  @Test
  void whatIsLargerThanTheRoomTakesAllOfItAndGivesItBack() {
    // Given
    ContentRoom room = new ContentRoom(1_000_000);
    try (ContentRoom.Place place = room.enter()) {
      place.take(5_000_000);
      place.take(5_000_000);
    }

    // When, Then
    try (ContentRoom.Place next = room.enter()) {
      assertThatCode(() -> next.take(1_000_000)).doesNotThrowAnyException();
    }
  }

  @Test
  void whoStaysTooLongHoldsUpNobodyElse() {
    // Given: its thread never ends
    ContentRoom room = new ContentRoom(1_000_000, Duration.ZERO);
    ContentRoom.Place forgotten = room.enter();
    forgotten.take(1_000_000);

    // When, Then
    try (ContentRoom.Place next = room.enter()) {
      assertThatCode(() -> next.take(1_000_000)).doesNotThrowAnyException();
    }
    forgotten.close();
    try (ContentRoom.Place last = room.enter()) {
      assertThatCode(() -> last.take(1_000_000)).doesNotThrowAnyException();
    }
  }
}
