package dev.concordat.environment.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.environment.setup.reader.InitWriter;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.place.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitWriterTest {
  private static final Place NOWHERE = Place.of("");

  @TempDir Path root;

  @Test
  void whatIsWrittenForTheShopReadsBackAsTheSameSetup() throws IOException {
    copyShop();
    Setup detected = SetupReader.detect(root);

    InitWriter.write(detected, false);

    Setup read = SetupReader.read(root);
    assertThat(read.problems()).isEmpty();
    assertThat(read.systems().stream().map(InitWriterTest::withoutPlace))
        .containsExactlyElementsOf(
            detected.systems().stream().map(InitWriterTest::withoutPlace).toList());
    assertThat(read.parts().stream().map(InitWriterTest::withoutPlace))
        .containsExactlyElementsOf(
            detected.parts().stream().map(InitWriterTest::withoutPlace).toList());
    assertThat(read.flows()).isEqualTo(detected.flows());
  }

  @Test
  void whatIsWrittenIsEnoughWithoutTheFilesItCameFrom() throws IOException {
    copyShop();
    Setup detected = SetupReader.detect(root);
    InitWriter.write(detected, false);
    for (String source : List.of("compose.yaml", "catalog-info.yaml", "CODEOWNERS")) {
      Files.delete(root.resolve(source));
    }

    Setup read = SetupReader.read(root);

    assertThat(read.problems()).isEmpty();
    assertThat(read.systems().stream().map(InitWriterTest::withoutPlace))
        .containsExactlyElementsOf(
            detected.systems().stream().map(InitWriterTest::withoutPlace).toList());
    assertThat(read.parts().stream().map(InitWriterTest::withoutPlace))
        .containsExactlyElementsOf(
            detected.parts().stream().map(InitWriterTest::withoutPlace).toList());
  }

  @Test
  void saysWhereEachLineWasFound() {
    new Folder(root)
        .withNode("web")
        .with(
            "compose.yaml",
            """
            services:
              web:
                build: ./web
                environment:
                  PORT: "3000"
                  DATABASE_URL: postgres://shop:secret@db:5432/shop
                  GREETING: "Hello: you"
              db:
                image: postgres:17-alpine
                environment: {POSTGRES_DB: shop}
            """)
        .with("CODEOWNERS", "* @acme/team-web\n")
        .with("web/seeds/first.sql", "select 1;\n");

    String text = InitWriter.text(SetupReader.read(root));

    assertThat(text)
        .isEqualTo(
            """
            # What Concordat found here, and where. Change what is wrong.
            # A line you delete is detected again on every run; `~` leaves out what is detected.
            systems:
              web:                                                      # compose.yaml:2
                owner: team-web                                         # CODEOWNERS:1 *
                folder: web
                run: node main.js                                       # web/package.json:1
                requires: node
                ready: port                                             # compose.yaml:2, guess
                needs:
                  db:                                                   # compose.yaml:8
                    part: postgres@17
                    env: {DATABASE_URL: "postgres://{user}:{password}@{host}:{port}/{database}"}  # compose.yaml:6
                    database: shop
                    seeds: seeds
                variables:
                  PORT: "{port}"
                  GREETING: "Hello: you"
            """);
  }

  @Test
  void leavesAFileThatIsThereAlone() throws IOException {
    new Folder(root).withMaven("orders").with("concordat.yaml", "systems: {}\n");

    var refused = InitWriter.write(SetupReader.read(root), false);

    assertThat(refused).hasValueSatisfying(p -> assertThat(p.rule()).isEqualTo("config/exists"));
    assertThat(root.resolve("concordat.yaml")).hasContent("systems: {}\n");
  }

  @Test
  void replacesAFileWhenAskedTo() throws IOException {
    new Folder(root).withMaven("orders").with("concordat.yaml", "systems: {}\n");

    var refused = InitWriter.write(SetupReader.read(root), true);

    assertThat(refused).isEmpty();
    assertThat(root.resolve("concordat.yaml")).content().contains("orders:");
  }

  private static SystemSpec withoutPlace(SystemSpec system) {
    return new SystemSpec(
        system.name(),
        system.folder(),
        new Owner(system.owner().team(), ""),
        system.launch(),
        system.ready(),
        system.provides(),
        system.consumes(),
        system.needs(),
        system.stubs(),
        system.variables(),
        NOWHERE);
  }

  private static PartSpec withoutPlace(PartSpec part) {
    return new PartSpec(
        part.name(),
        part.kind(),
        part.version(),
        part.database(),
        part.migrations(),
        part.seeds(),
        NOWHERE);
  }

  private void copyShop() {
    ShopCopy.to(root);
  }
}
