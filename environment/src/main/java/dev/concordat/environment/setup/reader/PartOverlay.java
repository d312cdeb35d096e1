package dev.concordat.environment.setup.reader;

import dev.concordat.environment.setup.DefaultTemplates;
import dev.concordat.environment.setup.Launch;
import dev.concordat.environment.setup.PartKind;
import dev.concordat.environment.setup.PartNeed;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.config.ConfigSystem;
import dev.concordat.environment.setup.config.ConfigSystem.ConfigNeed;
import dev.concordat.environment.setup.detect.Draft;
import dev.concordat.environment.setup.workspace.Located;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The parts: what systems write under `needs`, before what was detected.
final class PartOverlay {
  private final Workspace workspace;
  private final Map<String, PartSpec> parts = new LinkedHashMap<>();

  PartOverlay(Workspace workspace, List<PartSpec> detected) {
    this.workspace = workspace;
    detected.forEach(part -> parts.put(part.name(), part));
  }

  List<PartSpec> parts() {
    return List.copyOf(parts.values());
  }

  /// The system with the needs it writes; the parts they speak of change here.
  Draft apply(Draft draft, ConfigSystem config) {
    var needs = new ArrayList<>(draft.needs());
    config
        .needs()
        .forEach(
            (name, need) ->
                need.ifPresentOrElse(
                    written -> need(draft, needs, name, written),
                    () -> needs.removeIf(one -> one.part().equals(name))));
    return SystemOverlay.withNeeds(draft, needs);
  }

  private void need(Draft draft, List<PartNeed> needs, String name, ConfigNeed written) {
    Optional<PartSpec> base = base(needs, name, written);
    Optional<PartKind> kind = kind(name, written, base);
    if (kind.isEmpty()) {
      return;
    }
    parts.put(name, spec(name, kind.get(), written, base));
    // Detection may have found the same part under another name.
    base.filter(part -> !part.name().equals(name))
        .ifPresent(
            part ->
                needs.replaceAll(
                    need ->
                        need.part().equals(part.name())
                            ? new PartNeed(name, need.variable(), need.value())
                            : need));
    Map<String, String> detected = new LinkedHashMap<>();
    needs.forEach(need -> detected.put(need.variable(), need.value()));
    written
        .variables()
        .forEach(
            (variable, template) -> {
              needs.removeIf(need -> need.variable().equals(variable));
              String usual = DefaultTemplates.of(kind.get(), isJava(draft));
              String value = template.isEmpty() ? detected.getOrDefault(variable, usual) : template;
              needs.add(new PartNeed(name, variable, value));
            });
    if (needs.stream().noneMatch(need -> need.part().equals(name))) {
      problem(
          "config/no-variable",
          written.place(),
          "nobody says how `" + draft.name() + "` is told the address of `" + name + "`",
          "write `" + name + ": {part: " + kind.get().word() + ", env: NAME_OF_THE_VARIABLE}`");
    }
  }

  private static boolean isJava(Draft draft) {
    return draft
        .launch()
        .map(Launch::command)
        .filter(command -> command.getFirst().equals("java"))
        .isPresent();
  }

  /// The part of that name, else the one that the same variable leads to.
  private Optional<PartSpec> base(List<PartNeed> needs, String name, ConfigNeed written) {
    return Optional.ofNullable(parts.get(name))
        .or(
            () ->
                needs.stream()
                    .filter(need -> written.variables().containsKey(need.variable()))
                    .flatMap(need -> Optional.ofNullable(parts.get(need.part())).stream())
                    .findFirst());
  }

  private Optional<PartKind> kind(String name, ConfigNeed written, Optional<PartSpec> base) {
    if (written.part().isEmpty()) {
      Optional<PartKind> known = base.map(PartSpec::kind).flatMap(PartKind::ofWord);
      if (known.isEmpty()) {
        problem(
            "config/missing-key",
            written.place(),
            "nobody says what kind of part `" + name + "` is",
            "write `part:` with one of " + String.join(", ", kinds()));
      }
      return known;
    }
    Located part = written.part().get();
    String word = part.text().replaceFirst("@.*$", "");
    Optional<PartKind> kind = PartKind.ofWord(word);
    if (kind.isEmpty()) {
      problem(
          "config/unknown-part",
          part.place(),
          "`" + word + "` is not a part that Concordat can start yet",
          DidYouMean.fix(kinds(), word, "known parts: " + String.join(", ", kinds())));
    }
    return kind;
  }

  private static List<String> kinds() {
    return Arrays.stream(PartKind.values()).map(PartKind::word).toList();
  }

  private static PartSpec spec(
      String name, PartKind kind, ConfigNeed written, Optional<PartSpec> base) {
    Optional<PartSpec> same = base.filter(part -> part.kind().equals(kind.word()));
    String version =
        written
            .part()
            .map(Located::text)
            .filter(text -> text.contains("@"))
            .map(text -> text.substring(text.indexOf('@') + 1))
            .or(() -> same.map(PartSpec::version))
            .orElse("");
    String database =
        kind.hasDatabases()
            ? written
                .database()
                .or(() -> same.map(PartSpec::database))
                .orElse(name.replaceFirst("[-_]?db$", "").replace('-', '_'))
            : "";
    return new PartSpec(
        name,
        kind.word(),
        version,
        database.isEmpty() && kind.hasDatabases() ? name : database,
        List.of(),
        List.of(),
        same.map(PartSpec::place).orElse(written.place()));
  }

  private void problem(String rule, Place place, String message, String fix) {
    workspace.notes().problem(Problem.error(rule, place, message, fix));
  }
}
