package dev.concordat.environment.setup.detect;

import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.DefaultTemplates;
import dev.concordat.environment.setup.PartKind;
import dev.concordat.environment.setup.PartNeed;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.Sureness;
import dev.concordat.environment.setup.compose.ComposeService;
import dev.concordat.environment.setup.settings.Address;
import dev.concordat.environment.setup.settings.Setting;
import dev.concordat.environment.setup.workspace.Notes;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Decides for each setting of one system what it is: an address of another system, of a part, of itself, or a plain value.
final class Wiring {
  private final Candidate system;
  private final Neighbours neighbours;
  private final FoundParts parts;
  private final Notes notes;
  private final List<Setting> settings;

  private final List<Consumption> consumes = new ArrayList<>();
  private final List<PartNeed> needs = new ArrayList<>();
  private final Map<String, String> variables = new LinkedHashMap<>();

  Wiring(
      Candidate system,
      Neighbours neighbours,
      FoundParts parts,
      Notes notes,
      List<Setting> settings) {
    this.system = system;
    this.neighbours = neighbours;
    this.parts = parts;
    this.notes = notes;
    this.settings = settings;
  }

  Wires wire() {
    settings.forEach(this::place);
    settings.stream()
        .filter(setting -> !isPlaced(setting.name()))
        .flatMap(setting -> Logins.need(setting, List.copyOf(needs), parts).stream())
        .forEach(needs::add);
    for (Setting setting : settings) {
      if (!isPlaced(setting.name())) {
        setting.value().ifPresent(value -> variables.put(setting.name(), value));
      }
    }
    if (variables.values().stream().noneMatch(value -> value.contains("{port}"))) {
      givePort();
    }
    return new Wires(consumes, needs, variables);
  }

  private void givePort() {
    String variable = system.unit().flatMap(unit -> unit.portVariable()).orElse("PORT");
    variables.put(variable, "{port}");
    notes.fact(
        system.name(),
        "is told its port by " + variable + ", as is usual",
        system.place(),
        Sureness.GUESS);
  }

  private boolean isPlaced(String name) {
    return variables.containsKey(name)
        || consumes.stream().anyMatch(one -> one.variable().equals(name))
        || needs.stream().anyMatch(one -> one.variable().equals(name));
  }

  private void place(Setting setting) {
    if (isPlaced(setting.name())) {
      return;
    }
    var name = new VariableName(setting.name());
    Optional<Address> address = setting.value().flatMap(Address::parse);
    if (placeOwn(setting, address)) {
      return;
    }
    if (address.isPresent()) {
      placeAddress(setting, name, address.get());
    } else if (setting.value().isPresent() && name.isHost()) {
      placeHost(setting, name, setting.value().get());
    } else if (setting.value().isEmpty()) {
      placeName(setting, name);
    }
  }

  private boolean placeOwn(Setting setting, Optional<Address> address) {
    Optional<String> own = new OwnAddress(system, neighbours).template(setting, address);
    own.ifPresent(template -> variables.put(setting.name(), template));
    own.filter("{port}"::equals)
        .ifPresent(
            port ->
                notes.fact(
                    system.name(),
                    "is told its port by " + setting.name(),
                    setting.place(),
                    setting.sureness()));
    return own.isPresent();
  }

  private void placeAddress(Setting setting, VariableName name, Address address) {
    Optional<Candidate> provider =
        address.isLocal() ? neighbours.atPort(address.port()) : neighbours.called(address.hosts());
    Optional<ComposeService> service =
        address.hosts().stream().flatMap(host -> parts.serviceCalled(host).stream()).findFirst();
    Optional<PartKind> kind =
        PartKind.ofScheme(address.scheme())
            .or(
                () ->
                    address.scheme().isEmpty() && name.isKafka()
                        ? Optional.of(PartKind.KAFKA)
                        : Optional.empty());
    if (service.isPresent()) {
      need(setting, address, parts.ofService(service.get(), address.database()), Sureness.CERTAIN);
    } else if (kind.isPresent()) {
      need(
          setting, address, parts.ofAddress(kind.get(), address, setting.place()), Sureness.LIKELY);
    } else if (provider.isPresent()) {
      boolean isCertain = !address.isLocal() && setting.sureness() == Sureness.CERTAIN;
      consume(
          setting,
          provider.get().name(),
          address.template(),
          isCertain ? Sureness.CERTAIN : Sureness.LIKELY);
    } else if (address.isHttp() || neighbours.byVariable(name, system).isPresent()) {
      placeForeign(setting, name, address);
    } else if (!address.scheme().isEmpty()) {
      noteUnknownPart(setting, address);
    }
  }

  /// An address that leads to nothing here: a system of that name under another port, or one that is not here at all.
  private void placeForeign(Setting setting, VariableName name, Address address) {
    Optional<String> here = neighbours.byVariable(name, system);
    Optional<String> service = neighbours.imageCalled(address.host());
    Optional<String> foreign = here.or(() -> service).or(name::provider);
    foreign.ifPresent(provider -> consume(setting, provider, address.template(), Sureness.LIKELY));
  }

  private void noteUnknownPart(Setting setting, Address address) {
    notes.problem(
        Problem.warning(
            "setup/unknown-part",
            setting.place(),
            "%s needs %s://%s, a kind of part that Concordat cannot start yet; %s is passed on as it is"
                .formatted(system.name(), address.scheme(), address.host(), setting.name()),
            "start it yourself at that address"));
  }

  private void placeHost(Setting setting, VariableName name, String host) {
    Optional<ComposeService> service = parts.serviceCalled(host);
    Optional<Candidate> provider = neighbours.called(List.of(host));
    Optional<Setting> port =
        settings.stream().filter(other -> other.name().equals(name.siblingPort())).findFirst();
    if (service.isPresent()) {
      PartSpec part = parts.ofService(service.get(), databaseBeside(name));
      noteNeed(part, setting, Sureness.CERTAIN);
      needs.add(new PartNeed(part.name(), setting.name(), "{host}"));
      port.ifPresent(one -> needs.add(new PartNeed(part.name(), one.name(), "{port}")));
    } else if (provider.isPresent() && !provider.get().equals(system)) {
      consume(setting, provider.get().name(), "{host}", Sureness.CERTAIN);
      port.ifPresent(one -> consume(one, provider.get().name(), "{port}", Sureness.CERTAIN));
    }
  }

  private Optional<String> databaseBeside(VariableName host) {
    return settings.stream()
        .filter(
            other ->
                new VariableName(other.name())
                    .databasePrefix()
                    .filter(host.prefix()::equals)
                    .isPresent())
        .findFirst()
        .flatMap(Setting::value);
  }

  /// Only a name is known: `PAYMENTS_URL` in the source.
  private void placeName(Setting setting, VariableName name) {
    Optional<String> provider = neighbours.byVariable(name, system);
    if (provider.isPresent()) {
      boolean isHost = name.isHost();
      consume(
          setting, provider.get(), isHost ? "{host}" : DefaultTemplates.SYSTEM, Sureness.LIKELY);
    } else if (name.isKafka()) {
      PartSpec part = parts.ofName(PartKind.KAFKA, "", setting.place());
      needs.add(new PartNeed(part.name(), setting.name(), "{host}:{port}"));
      noteNeed(part, setting, Sureness.GUESS);
    } else if (name.isDatabaseUrl()) {
      PartSpec part = parts.ofName(PartKind.POSTGRES, system.name(), setting.place());
      needs.add(
          new PartNeed(
              part.name(), setting.name(), DefaultTemplates.of(PartKind.POSTGRES, isJava())));
      noteNeed(part, setting, Sureness.GUESS);
    }
  }

  private boolean isJava() {
    return system
        .unit()
        .filter(unit -> unit.launch().command().getFirst().equals("java"))
        .isPresent();
  }

  private void need(Setting setting, Address address, PartSpec part, Sureness sureness) {
    needs.add(
        new PartNeed(
            part.name(),
            setting.name(),
            part.kind().equals(PartKind.POSTGRES.word())
                ? address.databaseTemplate()
                : address.template()));
    noteNeed(part, setting, sureness);
  }

  private void noteNeed(PartSpec part, Setting setting, Sureness sureness) {
    notes.fact(
        system.name(),
        "needs " + part.name() + ", told by " + setting.name(),
        setting.place(),
        sureness);
  }

  private void consume(Setting setting, String provider, String template, Sureness sureness) {
    consumes.add(new Consumption(provider, setting.name(), template, Optional.empty()));
    notes.fact(
        new LinkName(system.name(), provider).toString(),
        "is a link, told by " + setting.name(),
        setting.place(),
        sureness);
  }

  /// The port a system's own settings give it, for matching `localhost:8081`.
  static OptionalInt ownPort(List<Setting> settings) {
    return settings.stream()
        .filter(setting -> new VariableName(setting.name()).isOwnPort())
        .flatMap(setting -> setting.value().stream())
        .filter(value -> value.matches("\\d{1,5}"))
        .mapToInt(Integer::parseInt)
        .findFirst();
  }
}
