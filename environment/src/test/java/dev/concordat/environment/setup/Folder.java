package dev.concordat.environment.setup;

import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A real workspace folder of a test.
record Folder(Path root) {

  Folder with(String file, String text) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A Maven system that starts.
  Folder withMaven(String folder) {
    return with(folder + "/pom.xml", pom(folder));
  }

  static String pom(String artifactId) {
    return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>%s</artifactId>
          <version>1.2</version>
          <build>
            <plugins>
              <plugin>
                <artifactId>maven-jar-plugin</artifactId>
                <configuration><archive><manifest><mainClass>Main</mainClass></manifest></archive></configuration>
              </plugin>
            </plugins>
          </build>
        </project>
        """
        .formatted(artifactId);
  }

  Folder withNode(String folder) {
    return with(
        folder + "/package.json",
        """
        {"name": "%s", "scripts": {"start": "node main.js"}}
        """
            .formatted(folder));
  }

  Setup read() {
    return SetupReader.read(root);
  }

  SystemSpec system(String name) {
    return read().system(name).orElseThrow();
  }

  /// The problems as people see them.
  String problems() {
    return shown(read().problems());
  }

  static String shown(List<Problem> problems) {
    return problems.stream()
        .map(
            problem ->
                "%s %s %s\n  %s\n  fix: %s\n"
                    .formatted(
                        problem.severity().name().toLowerCase(Locale.ROOT),
                        problem.place(),
                        problem.rule(),
                        problem.message(),
                        problem.fix()))
        .collect(Collectors.joining());
  }
}
