package dev.concordat.environment.setup.reader;

import dev.concordat.environment.setup.Build;
import dev.concordat.environment.setup.CommandText;
import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.DefaultTemplates;
import dev.concordat.environment.setup.Fact;
import dev.concordat.environment.setup.PartKind;
import dev.concordat.environment.setup.PartNeed;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.ReadyCheck;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.Sureness;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.environment.setup.detect.DataFiles;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.link.LinkName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// One system of a new concordat.yaml.
final class SystemText {
  private final Setup setup;
  private final DataFiles files;
  private final Lines out;
  private final Set<String> partsWithData = new HashSet<>();

  SystemText(Setup setup, DataFiles files, Lines out) {
    this.setup = setup;
    this.files = files;
    this.out = out;
  }

  void write(SystemSpec system) {
    out.line(1, YamlText.scalar(system.name()) + ":", system.place().shortForm());
    if (system.owner().isKnown()) {
      out.line(2, "owner: " + YamlText.scalar(system.owner().team()), system.owner().reason());
    } else {
      out.line(2, "# owner: nobody was found: " + system.owner().reason());
    }
    String folder = setup.relative(system.folder());
    out.line(2, "folder: " + YamlText.scalar(folder.isEmpty() ? "." : folder));
    out.line(
        2,
        "run: " + YamlText.scalar(CommandText.line(system.launch().command())),
        found(system.name(), "is started"));
    system
        .launch()
        .requires()
        .ifPresent(program -> out.line(2, "requires: " + YamlText.scalar(program)));
    system.launch().build().ifPresent(build -> build(system, build));
    out.line(
        2,
        switch (system.ready()) {
          case ReadyCheck.Http(String path) -> "ready: " + YamlText.scalar("GET " + path);
          case ReadyCheck.Port() -> "ready: port";
        },
        found(system.name(), "is ready"));
    paths("provides", system, system.provides());
    consumes(system);
    needs(system);
    paths("stubs", system, system.stubs());
    variables(system);
  }

  private void build(SystemSpec system, Build build) {
    out.line(2, "build:");
    out.line(3, "run: " + YamlText.scalar(CommandText.line(build.command())));
    out.line(3, "folder: " + YamlText.scalar(relative(system, build.folder())));
    out.line(3, "product: " + YamlText.scalar(relative(system, build.product())));
    out.line(3, "sources: " + list(system, build.sources()));
  }

  private void paths(String key, SystemSpec system, List<Path> paths) {
    if (!paths.isEmpty()) {
      out.line(2, key + ": " + list(system, paths));
    }
  }

  private void consumes(SystemSpec system) {
    if (system.consumes().isEmpty()) {
      return;
    }
    out.line(2, "consumes:");
    system.consumes().stream()
        .map(Consumption::provider)
        .distinct()
        .forEach(provider -> link(system, provider));
  }

  private void link(SystemSpec system, String provider) {
    Map<String, String> variables = new LinkedHashMap<>();
    var members = new ArrayList<String>();
    for (Consumption one : system.consumes()) {
      if (one.provider().equals(provider)) {
        variables.put(one.variable(), one.value());
        if (variables.size() == 1) {
          one.contract()
              .ifPresent(
                  file -> members.add("contract: " + YamlText.scalar(relative(system, file))));
        }
      }
    }
    members.add("env: " + env(variables, DefaultTemplates.SYSTEM));
    out.line(
        3,
        YamlText.scalar(provider) + ": {" + String.join(", ", members) + "}",
        found(new LinkName(system.name(), provider).toString(), ""));
  }

  /// The name alone where its value is the usual one.
  private static String env(Map<String, String> variables, String usual) {
    return variables.size() == 1 && variables.containsValue(usual)
        ? YamlText.scalar(variables.keySet().iterator().next())
        : YamlText.map(variables);
  }

  private void needs(SystemSpec system) {
    if (system.needs().isEmpty()) {
      return;
    }
    out.line(2, "needs:");
    system.needs().stream()
        .map(PartNeed::part)
        .distinct()
        .flatMap(name -> setup.part(name).stream())
        .forEach(part -> need(system, part));
  }

  private void need(SystemSpec system, PartSpec part) {
    Map<String, String> variables = new LinkedHashMap<>();
    system.needs().stream()
        .filter(need -> need.part().equals(part.name()))
        .forEach(need -> variables.put(need.variable(), need.value()));
    String version = part.version().isEmpty() ? "" : "@" + part.version();
    out.line(3, YamlText.scalar(part.name()) + ":", part.place().shortForm());
    out.line(4, "part: " + YamlText.scalar(part.kind() + version));
    out.line(
        4,
        "env: " + env(variables, usual(system, part)),
        found(system.name(), "needs " + part.name()));
    if (!part.database().isEmpty()) {
      out.line(4, "database: " + YamlText.scalar(part.database()));
    }
    // The files of a shared database are written once, by the first who uses it.
    if (partsWithData.add(part.name())) {
      data("migrations", system, part.migrations(), false);
      data("seeds", system, part.seeds(), true);
    }
  }

  private static String usual(SystemSpec system, PartSpec part) {
    boolean isJava = system.launch().command().getFirst().equals("java");
    return PartKind.ofWord(part.kind()).map(kind -> DefaultTemplates.of(kind, isJava)).orElse("");
  }

  /// A folder where it holds exactly these files, so that new ones are found.
  private void data(String key, SystemSpec system, List<Path> paths, boolean isForSeeds) {
    if (paths.isEmpty()) {
      return;
    }
    Path folder = Workspace.folderOf(paths.getFirst());
    boolean isWholeFolder = files.in(folder, isForSeeds).equals(paths);
    out.line(
        4,
        key
            + ": "
            + (isWholeFolder ? YamlText.scalar(relative(system, folder)) : list(system, paths)));
  }

  private void variables(SystemSpec system) {
    if (system.variables().isEmpty()) {
      return;
    }
    out.line(2, "variables:");
    system
        .variables()
        .forEach(
            (name, value) -> out.line(3, YamlText.scalar(name) + ": " + YamlText.scalar(value)));
  }

  private String list(SystemSpec system, List<Path> paths) {
    return YamlText.list(paths.stream().map(path -> relative(system, path)).toList());
  }

  private static String relative(SystemSpec system, Path path) {
    String relative = system.folder().relativize(path).toString().replace('\\', '/');
    return relative.isEmpty() ? "." : relative;
  }

  /// Where a fact was found, and how sure it is unless it is certain.
  private String found(String subject, String statement) {
    return setup.facts().stream()
        .filter(fact -> fact.subject().equals(subject) && fact.statement().startsWith(statement))
        .findFirst()
        .map(SystemText::shown)
        .orElse("");
  }

  private static String shown(Fact fact) {
    return fact.sureness() == Sureness.CERTAIN
        ? fact.place().shortForm()
        : fact.place().shortForm() + ", " + fact.sureness().name().toLowerCase(Locale.ROOT);
  }
}
