package dev.concordat.registry.page;

import dev.concordat.registry.http.Answer;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import dev.concordat.report.picture.Markup;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Which versions of a consumer were verified by which versions of a provider.
final class MatrixPage {
  private static final int MAX_ROWS = 100;

  private final Handle handle;

  MatrixPage(Handle handle) {
    this.handle = handle;
  }

  Answer page(String consumer, String provider) {
    if (consumer.isBlank() || provider.isBlank()) {
      boolean isBegun = !consumer.isBlank() || !provider.isBlank();
      return framed(
          isBegun ? 400 : 200,
          consumer,
          provider,
          page -> page.leaf("p", "Name a consumer and a provider.", "class", "soft"));
    }
    Optional<SystemRow> left = new Systems(handle).find(consumer);
    Optional<SystemRow> right = new Systems(handle).find(provider);
    if (left.isEmpty()) {
      return Missing.system(handle, consumer);
    }
    if (right.isEmpty()) {
      return Missing.system(handle, provider);
    }
    List<MatrixPairs.Met> rows =
        new MatrixPairs(handle).of(left.get().id(), right.get().id(), MAX_ROWS);
    return framed(
        200,
        consumer,
        provider,
        page ->
            Frame.section(
                page,
                consumer + " → " + provider,
                section -> rows(section, consumer, provider, rows)));
  }

  private static Answer framed(
      int status, String consumer, String provider, Consumer<Markup> content) {
    return Frame.page(
        status,
        "Matrix",
        Addresses.MATRIX,
        page -> {
          page.leaf("p", "Which versions were shown to fit?", "class", "lead");
          Form.open(page, Addresses.MATRIX)
              .text("consumer", "Consumer", consumer)
              .text("provider", "Provider", provider)
              .close("Show");
          content.accept(page);
        });
  }

  private static void rows(
      Markup page, String consumer, String provider, List<MatrixPairs.Met> rows) {
    Table.write(
        page,
        "The newest versions first; of each two the newest verification",
        "The consumer published no contract with this provider.",
        rows,
        MAX_ROWS,
        List.of(
            new Table.Column<>(
                "Consumer's version",
                it ->
                    Cell.link(
                        it.consumerVersion(),
                        Addresses.pact(consumer, provider, it.consumerVersion()))),
            new Table.Column<>("Provider's version", it -> Cell.text(it.providerVersion())),
            new Table.Column<>("State", it -> Cell.state(it.state())),
            new Table.Column<>("Method", it -> Cell.text(it.method())),
            new Table.Column<>("Verified", it -> it.at().map(Cell::time).orElse(Cell.NOTHING))));
  }
}
