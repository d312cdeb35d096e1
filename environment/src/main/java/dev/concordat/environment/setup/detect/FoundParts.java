package dev.concordat.environment.setup.detect;

import dev.concordat.environment.setup.PartKind;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.Sureness;
import dev.concordat.environment.setup.compose.ComposeService;
import dev.concordat.environment.setup.settings.Address;
import dev.concordat.environment.setup.workspace.Located;
import dev.concordat.environment.setup.workspace.Notes;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The parts found so far: a compose service's databases, and parts that are known only by addresses pointing to them.
final class FoundParts {
  private final Notes notes;
  private final List<ComposeService> services;
  private final List<Part> parts = new ArrayList<>();

  /// @param origin what tells it from others: a service's name, or the port of an address
  private record Part(PartSpec spec, String origin) {}

  FoundParts(Notes notes, List<ComposeService> services) {
    this.notes = notes;
    this.services = services.stream().filter(service -> kindOf(service).isPresent()).toList();
    this.services.forEach(this::announce);
  }

  static Optional<PartKind> kindOf(ComposeService service) {
    return service.folder().isPresent()
        ? Optional.empty()
        : service.image().map(Located::text).flatMap(PartKind::ofImage);
  }

  private void announce(ComposeService service) {
    Located image = service.image().orElseThrow();
    notes.fact(
        service.name(),
        "is a part: " + kindOf(service).orElseThrow().word() + ", from the image " + image.text(),
        image.place(),
        Sureness.CERTAIN);
  }

  List<PartSpec> specs() {
    // A part that nobody was seen to use is still there.
    services.stream()
        .filter(service -> parts.stream().noneMatch(part -> part.origin().equals(service.name())))
        .toList()
        .forEach(service -> ofService(service, Optional.empty()));
    return parts.stream().map(Part::spec).toList();
  }

  /// The service to which a host name leads.
  Optional<ComposeService> serviceCalled(String host) {
    return services.stream().filter(service -> service.isCalled(host)).findFirst();
  }

  private Optional<ComposeService> servicePublishing(OptionalInt port) {
    return services.stream()
        .filter(service -> port.isPresent() && service.published().contains(port.getAsInt()))
        .findFirst();
  }

  /// The part in a service; a database server is one part for each database.
  PartSpec ofService(ComposeService service, Optional<String> database) {
    PartKind kind = kindOf(service).orElseThrow();
    String image = service.image().map(Located::text).orElse("");
    String usual = kind.hasDatabases() ? usualDatabase(service) : "";
    String wanted = kind.hasDatabases() ? database.orElse(usual) : "";
    return find(service.name(), kind, wanted)
        .orElseGet(
            () -> {
              boolean isMain = wanted.equals(usual) || !hasAny(service.name());
              String name = isMain ? unique(service.name()) : unique(databasePart(wanted));
              return add(
                  new PartSpec(
                      name,
                      kind.word(),
                      PartKind.versionOfImage(image),
                      wanted,
                      List.of(),
                      List.of(),
                      service.place()),
                  service.name());
            });
  }

  /// The part behind an address such as `jdbc:postgresql://localhost:5432/orders`, of which nothing else is known.
  PartSpec ofAddress(PartKind kind, Address address, Place place) {
    Optional<ComposeService> published = servicePublishing(address.port());
    if (published.isPresent() && kindOf(published.get()).filter(kind::equals).isPresent()) {
      return ofService(published.get(), address.database());
    }
    String origin = kind + ":" + address.port().orElse(kind.usualPort());
    String database = kind.hasDatabases() ? address.database().orElse("postgres") : "";
    return ofGuess(kind, origin, database, place);
  }

  /// The part that a variable without a value asks for.
  PartSpec ofName(PartKind kind, String database, Place place) {
    Optional<PartSpec> only = only(kind);
    return !kind.hasDatabases() && only.isPresent()
        ? only.get()
        : ofGuess(kind, kind + ":" + kind.usualPort(), database, place);
  }

  private PartSpec ofGuess(PartKind kind, String origin, String database, Place place) {
    return find(origin, kind, database)
        .orElseGet(
            () -> {
              String name = unique(kind.hasDatabases() ? databasePart(database) : kind.word());
              notes.fact(
                  name, "is a part: " + kind.word() + ", by an address", place, Sureness.LIKELY);
              return add(
                  new PartSpec(name, kind.word(), "", database, List.of(), List.of(), place),
                  origin);
            });
  }

  Optional<PartSpec> find(String name) {
    return parts.stream().map(Part::spec).filter(spec -> spec.name().equals(name)).findFirst();
  }

  private Optional<PartSpec> only(PartKind kind) {
    List<PartSpec> ofKind =
        parts.stream().map(Part::spec).filter(spec -> spec.kind().equals(kind.word())).toList();
    return ofKind.size() == 1 ? Optional.of(ofKind.getFirst()) : Optional.empty();
  }

  private Optional<PartSpec> find(String origin, PartKind kind, String database) {
    return parts.stream()
        .filter(part -> part.origin().equals(origin))
        .map(Part::spec)
        .filter(spec -> spec.kind().equals(kind.word()) && spec.database().equals(database))
        .findFirst();
  }

  private boolean hasAny(String origin) {
    return parts.stream().anyMatch(part -> part.origin().equals(origin));
  }

  private PartSpec add(PartSpec spec, String origin) {
    parts.add(new Part(spec, origin));
    return spec;
  }

  private String unique(String name) {
    String candidate = name;
    for (int i = 2; isTaken(candidate); i++) {
      candidate = name + "-" + i;
    }
    return candidate;
  }

  private boolean isTaken(String name) {
    return parts.stream().anyMatch(part -> part.spec().name().equals(name));
  }

  private static String databasePart(String database) {
    return database.endsWith("db") ? database : database + "-db";
  }

  /// What the postgres image makes of its variables; bitnami's have other names.
  private static String usualDatabase(ComposeService service) {
    return service
        .variable("POSTGRES_DB")
        .or(() -> service.variable("POSTGRESQL_DATABASE"))
        .or(() -> service.variable("POSTGRES_USER"))
        .orElse("postgres");
  }
}
