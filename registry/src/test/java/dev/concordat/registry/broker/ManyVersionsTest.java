package dev.concordat.registry.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Lists of which nobody asked for a page, and which are longer than one may be.
@Tag("slow")
class ManyVersionsTest {
  @Test
  void moreVersionsThanAPageHoldsComeInPages() throws Exception {
    try (TestBroker broker = TestBroker.start()) {
      // Given
      broker.json("PUT", "/pacticipants/web/versions/0", "{}");
      int made =
          broker
              .database()
              .write(
                  handle ->
                      handle
                          .createUpdate(
                              "INSERT INTO versions (system_id, number, created_at, updated_at)"
                                  + " SELECT v.system_id, CAST(n AS text), v.created_at, v.updated_at"
                                  + " FROM versions v, generate_series(1, :count) n"
                                  + " WHERE v.number = '0'")
                          .bind("count", Paging.MAX_SIZE)
                          .execute());

      // When
      HttpResponse<String> all = broker.get("/pacticipants/web/versions");

      // Then
      assertThat(made).isEqualTo(Paging.MAX_SIZE);
      assertThat(all.body())
          .contains("\"size\":10000,\"totalElements\":10001,\"totalPages\":2")
          .contains("/pacticipants/web/versions?pageSize=10000&pageNumber=2");
      assertThat(broker.get("/pacticipants/web/versions?pageSize=10000&pageNumber=2").body())
          .contains("\"number\":\"0\"");
    }
  }
}
