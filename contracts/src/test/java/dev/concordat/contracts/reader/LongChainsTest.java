package dev.concordat.contracts.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.lint.Linter;
import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.tree.ProblemTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Things that lead from one to the next, far more often than anything may stand inside another: reading them neither
/// overflows the stack nor takes time without bound.
@Timeout(120)
@Tag("slow")
@Order(1)
class LongChainsTest {
  @TempDir Path root;

  /// Each link is written with its own number and the next one's.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "JSON_SCHEMA | 10000 | {\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"$ref\": \"#/definitions/a0\", \"definitions\": {LINKS}} | \"aTHIS\": {\"$ref\": \"#/definitions/aNEXT\"}",
        "JSON_SCHEMA | 10000 | {\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"$ref\": \"#/definitions/a0\", \"definitions\": {LINKS}} | \"aTHIS\": {\"allOf\": [{\"$ref\": \"#/definitions/aNEXT\"}]}",
        "JSON_SCHEMA | 10000 | {\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"$ref\": \"#/definitions/a0\", \"definitions\": {LINKS}} | \"aTHIS\": {\"properties\": {\"a\": {\"$ref\": \"#/definitions/aNEXT\"}}}",
        "OPENAPI | 10000 | {\"openapi\": \"3.1.0\", \"info\": {\"title\": \"t\", \"version\": \"1\"}, \"paths\": {\"/a\": {\"get\": {\"responses\": {\"200\": {\"description\": \"d\", \"content\": {\"application/json\": {\"schema\": {\"$ref\": \"#/components/schemas/a0\"}}}}}}}}, \"components\": {\"schemas\": {LINKS}}} | \"aTHIS\": {\"items\": {\"$ref\": \"#/components/schemas/aNEXT\"}, \"oneOf\": [{\"$ref\": \"#/components/schemas/aNEXT\"}]}",
        "OPENAPI | 10000 | {\"openapi\": \"3.1.0\", \"info\": {\"title\": \"t\", \"version\": \"1\"}, \"paths\": {\"/a\": {\"get\": {\"responses\": {\"200\": {\"$ref\": \"#/components/responses/a0\"}}}}}, \"components\": {\"responses\": {LINKS}}} | \"aTHIS\": {\"$ref\": \"#/components/responses/aNEXT\"}",
        "OPENAPI | 10000 | {\"openapi\": \"3.1.0\", \"info\": {\"title\": \"t\", \"version\": \"1\"}, \"paths\": {LINKS}} | \"/aTHIS\": {\"$ref\": \"#/paths/~1aNEXT\"}",
        "OPENAPI | 10000 | {\"swagger\": \"2.0\", \"info\": {\"title\": \"t\", \"version\": \"1\"}, \"paths\": {\"/a\": {\"get\": {\"responses\": {\"200\": {\"description\": \"d\", \"schema\": {\"$ref\": \"#/definitions/a0\"}}}}}}, \"definitions\": {LINKS}} | \"aTHIS\": {\"properties\": {\"a\": {\"$ref\": \"#/definitions/aNEXT\"}}}",
        "ASYNCAPI | 10000 | {\"asyncapi\": \"3.0.0\", \"info\": {\"title\": \"t\", \"version\": \"1\"}, \"channels\": {\"c\": {\"messages\": {\"m\": {\"payload\": {\"$ref\": \"#/components/schemas/a0\"}}}}}, \"components\": {\"schemas\": {LINKS}}} | \"aTHIS\": {\"properties\": {\"a\": {\"$ref\": \"#/components/schemas/aNEXT\"}}}",
        "ASYNCAPI | 10000 | {\"asyncapi\": \"3.0.0\", \"info\": {\"title\": \"t\", \"version\": \"1\"}, \"channels\": {LINKS}} | \"aTHIS\": {\"$ref\": \"#/channels/aNEXT\"}",
        "AVRO | 10000 | [LINKS] | {\"type\": \"record\", \"name\": \"RTHIS\", \"fields\": [{\"name\": \"f\", \"type\": [\"null\", \"RNEXT\"]}]}",
        "AVRO | 10000 | [LINKS] | {\"type\": \"record\", \"name\": \"RTHIS\", \"fields\": [{\"name\": \"f\", \"type\": \"RLAST\"}]}",
        "ARAZZO | 10000 | {\"arazzo\": \"1.1.0\", \"info\": {\"title\": \"t\", \"version\": \"1\"}, \"sourceDescriptions\": [{\"name\": \"s\", \"url\": \"u\"}], \"workflows\": [LINKS]} | {\"workflowId\": \"wTHIS\", \"dependsOn\": [\"wNEXT\"], \"steps\": [{\"stepId\": \"a\", \"workflowId\": \"wNEXT\"}]}",
        "GRAPHQL | 20000 | type Query { a: T0 } LINKS | type TTHIS { a: TNEXT }",
        "GRAPHQL | 3000 | type Query { a: T0 } LINKS | type TTHIS { a: TNEXT }",
        "GRAPHQL | 3000 | type Query { a(i: T0): Int } LINKS | input TTHIS { a: TNEXT = {} }",
        "GRAPHQL | 3000 | type Query { a: Int } LINKS | interface TTHIS implements TNEXT { a: Int }",
        "GRAPHQL | 3000 | query { ...F0 } LINKS | fragment FTHIS on T { a { ...FNEXT } }",
        "PROTOBUF | 10000 | syntax = \"proto3\"; LINKS | message MTHIS { MNEXT a = 1; }",
      })
  void aLongChainIsRead(ContractKind kind, int length, String around, String link)
      throws IOException {
    // Given
    String separator = kind == ContractKind.GRAPHQL || kind == ContractKind.PROTOBUF ? "\n" : ",\n";
    String links =
        IntStream.rangeClosed(0, length)
            .mapToObj(i -> link(link, i, length))
            .collect(Collectors.joining(separator));
    Path file = Files.writeString(root.resolve("input"), around.replace("LINKS", links));

    // When
    Linter.Linted linted = new Linter(new ContractReader(root)).lint(file);

    // Then
    Contract contract = linted.contract();
    var texts = new ProblemTexts(root);
    assertThat(contract.kind()).isEqualTo(kind);
    assertThat(linted.problems()).allSatisfy(it -> assertThat(texts.of(it)).contains(" at "));
    assertThat(Meaning.of(contract)).isEqualTo(Meaning.of(contract));
  }

  /// The last one leads to itself.
  private static String link(String link, int i, int last) {
    return link.replace("THIS", Integer.toString(i))
        .replace("NEXT", Integer.toString(Math.min(i + 1, last)))
        .replace("LAST", Integer.toString(Math.max(i - 1, 0)));
  }
}
