package dev.concordat.environment.setup.builds;

import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/// A pom.xml, with as much of Maven's inheritance as names its product.
record Pom(Path file, XmlElement project, Optional<Pom> parent) {
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");
  private static final int MAX_INTERPOLATIONS = 10;
  private static final int MAX_PARENTS = 20;

  static Optional<Pom> read(Workspace workspace, Path file) {
    return read(workspace, file, 0);
  }

  private static Optional<Pom> read(Workspace workspace, Path file, int depth) {
    Optional<String> text = workspace.text(file);
    if (text.isEmpty() || depth > MAX_PARENTS) {
      return Optional.empty();
    }
    try {
      XmlElement project = Xml.parse(text.get());
      return Optional.of(new Pom(file, project, parentOf(workspace, file, project, depth)));
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
      workspace
          .notes()
          .problem(
              Problem.error(
                  "setup/unreadable",
                  workspace.place(file, line),
                  "this is not well-formed XML",
                  "mend it; `mvn validate` shows the same"));
      return Optional.empty();
    }
  }

  private static Optional<Pom> parentOf(
      Workspace workspace, Path file, XmlElement project, int depth) {
    if (project.child("parent").isEmpty()) {
      return Optional.empty();
    }
    String relative = project.textAt("parent/relativePath").orElse("../pom.xml");
    Path at = file.resolveSibling(relative).normalize();
    Path parent = at.getFileName().toString().endsWith(".xml") ? at : at.resolve("pom.xml");
    boolean isKnown = !parent.equals(file) && workspace.files().contains(parent);
    return isKnown ? read(workspace, parent, depth + 1) : Optional.empty();
  }

  Path folder() {
    return Workspace.folderOf(file);
  }

  Place place(Workspace workspace, XmlElement element) {
    return workspace.place(file, element.line());
  }

  boolean isAggregator() {
    return packaging().equals("pom");
  }

  String packaging() {
    return project.textAt("packaging").orElse("jar");
  }

  String artifactId() {
    return project.textAt("artifactId").orElse(folder().getFileName().toString());
  }

  private String version() {
    return project.textAt("version").or(() -> project.textAt("parent/version")).orElse("");
  }

  /// `target/` and the name of the main artifact without its ending.
  String finalName() {
    return interpolate(
        inherited("build/finalName").orElse("${project.artifactId}-${project.version}"));
  }

  private Optional<String> inherited(String path) {
    return project.textAt(path).or(() -> parent.flatMap(above -> above.inherited(path)));
  }

  String interpolate(String text) {
    String result = text;
    for (int i = 0; i < MAX_INTERPOLATIONS && result.contains("${"); i++) {
      Matcher matcher = PROPERTY.matcher(result);
      result =
          matcher.replaceAll(
              found -> Matcher.quoteReplacement(property(found.group(1)).orElse(found.group())));
    }
    return result;
  }

  private Optional<String> property(String name) {
    return switch (name) {
      case "project.artifactId", "artifactId", "pom.artifactId" -> Optional.of(artifactId());
      case "project.version", "version", "pom.version" -> Optional.of(version());
      case "project.build.directory" -> Optional.of("target");
      default -> inherited("properties/" + name);
    };
  }

  /// The plugin of that artifact id, as configured here or in a parent's build section.
  Optional<XmlElement> plugin(String artifactId) {
    return plugins()
        .filter(plugin -> plugin.textAt("artifactId").filter(artifactId::equals).isPresent())
        .findFirst();
  }

  /// Build plugins that apply to this module: its own first, then what it inherits.
  Stream<XmlElement> plugins() {
    Stream<XmlElement> own =
        project.at("build/plugins").stream().flatMap(plugins -> plugins.children().stream());
    return Stream.concat(own, parent.stream().flatMap(Pom::plugins));
  }

  boolean dependsOn(String artifactId) {
    return dependency(artifactId).isPresent();
  }

  Optional<XmlElement> dependency(String artifactId) {
    return project.at("dependencies").stream()
        .flatMap(list -> list.children().stream())
        .filter(one -> one.textAt("artifactId").filter(artifactId::equals).isPresent())
        .findFirst()
        .or(() -> parent.flatMap(above -> above.dependency(artifactId)));
  }
}
