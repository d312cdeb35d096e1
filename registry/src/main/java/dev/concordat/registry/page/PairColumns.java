package dev.concordat.registry.page;

import java.util.List;
import java.util.Optional;

/// The columns of tables of pairs.
final class PairColumns {
  private static final Table.Column<Pairing> STATE =
      new Table.Column<>("State", it -> Cell.state(it.state()));
  private static final Table.Column<Pairing> BASIS =
      new Table.Column<>("Because", it -> Cell.words(it.basis()));
  private static final Table.Column<Pairing> CONTRACT =
      new Table.Column<>(
          "Contract",
          it ->
              it.contractOf()
                  .map(
                      number ->
                          Cell.link(
                              "read it",
                              Addresses.pact(it.consumer().name(), it.provider().name(), number)))
                  .orElse(Cell.NOTHING));
  private static final Table.Column<Pairing> SINCE =
      new Table.Column<>(
          "Verified",
          it -> it.verification().map(seen -> Cell.time(seen.at())).orElse(Cell.NOTHING));
  private static final Table.Column<Pairing> CONSUMER =
      new Table.Column<>("Consumer", it -> side(it.consumer(), it.contractOf()));
  private static final Table.Column<Pairing> PROVIDER =
      new Table.Column<>("Provider", it -> side(it.provider(), it.verifiedBy()));

  private PairColumns() {}

  /// Both sides with their owners.
  static List<Table.Column<Pairing>> both() {
    return List.of(
        CONSUMER,
        PROVIDER,
        STATE,
        BASIS,
        CONTRACT,
        SINCE,
        new Table.Column<>("Consumer's owner", it -> Cell.text(it.consumer().owner())),
        new Table.Column<>("Provider's owner", it -> Cell.text(it.provider().owner())));
  }

  /// Of one consumer: each provider.
  static List<Table.Column<Pairing>> providers() {
    return List.of(
        PROVIDER,
        STATE,
        BASIS,
        CONTRACT,
        SINCE,
        new Table.Column<>("Contract of", it -> Cell.text(it.contractOf())));
  }

  /// Of one provider: each consumer.
  static List<Table.Column<Pairing>> consumers() {
    return List.of(
        CONSUMER,
        STATE,
        BASIS,
        CONTRACT,
        SINCE,
        new Table.Column<>("Verified by", it -> Cell.text(it.verifiedBy())));
  }

  private static Cell side(Pairing.Party party, Optional<String> version) {
    return page -> {
      page.leaf("a", party.name(), "href", Addresses.system(party.name()));
      version.ifPresent(number -> page.text(" ").leaf("span", number, "class", "version"));
    };
  }
}
