package dev.concordat.contracts.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.reader.ContractReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One need, as clients of all versions write it.
class MeaningOfPactTest {
  private static final String TWO =
      """
      {"consumer": {"name": "orders"}, "provider": {"name": "stock"},
       "interactions": [
        {"description": "stock of A1", "providerState": "A1 is there",
         "request": {"method": "get", "path": "/stock/A1", "query": "size=2&size=3&all=true",
          "headers": {"Accept": "application/json"},
          "matchingRules": {"$.path": {"match": "regex", "regex": "/stock/.+"},
                            "$.query.all": {"match": "type"},
                            "$.header.Accept": {"match": "type"}}},
         "response": {"status": 200, "headers": {"Content-Type": "application/json"},
          "body": {"left": 5, "items": [1.0]},
          "matchingRules": {"$.body.left": {"match": "integer"},
                            "$.body.items": {"match": "type", "min": 1}}}},
        {"description": "second", "request": {"method": "GET", "path": "/"}, "response": {"status": 204}}],
       "metadata": {"pactSpecification": {"version": "2.0.0"}}}
      """;

  private static final String THREE =
      """
      {"metadata": {"pactSpecification": {"version": "3.0.0"}, "pact-jvm": {"version": "4.6.1"}},
       "provider": {"name": "stock"}, "consumer": {"name": "orders"},
       "interactions": [
        {"_id": "17", "description": "second", "response": {"status": 204}, "request": {"path": "/", "method": "GET"}},
        {"description": "stock of A1", "providerStates": [{"name": "A1 is there"}],
         "request": {"method": "GET", "path": "/stock/A1", "query": {"all": ["true"], "size": ["2", "3"]},
          "headers": {"accept": "application/json"},
          "matchingRules": {
            "path": {"matchers": [{"match": "regex", "regex": "/stock/.+"}], "combine": "AND"},
            "query": {"all": {"matchers": [{"match": "type"}]}},
            "header": {"accept": {"matchers": [{"match": "type"}]}}}},
         "response": {"status": 200, "headers": {"content-type": ["application/json"]},
          "body": "{\\"items\\": [1],  \\"left\\": 5}",
          "matchingRules": {"body": {
            "$['left']": {"matchers": [{"match": "integer"}], "combine": "OR"},
            "$.items": {"matchers": [{"match": "type", "min": 1}]}}}}}]}
      """;

  private static final String FOUR =
      """
      {"consumer": {"name": "orders"}, "provider": {"name": "stock"},
       "interactions": [
        {"type": "Synchronous/HTTP", "key": "ab12", "pending": false, "comments": {"text": ["a note"]},
         "transport": "http",
         "description": "stock of A1", "providerStates": [{"name": "A1 is there", "params": {}}],
         "request": {"method": "GET", "path": "/stock/A1", "query": {"size": ["2", "3"], "all": ["true"]},
          "headers": {"Accept": ["application/json"]},
          "matchingRules": {
            "path": {"matchers": [{"match": "regex", "regex": "/stock/.+"}]},
            "query": {"all": {"matchers": [{"match": "type"}]}},
            "header": {"Accept": {"matchers": [{"match": "type"}]}}}},
         "response": {"status": 200, "headers": {"Content-Type": ["application/json"]},
          "body": {"content": {"left": 5, "items": [1]}, "contentType": "application/json", "encoded": false},
          "matchingRules": {"body": {
            "$.left": {"matchers": [{"match": "integer"}]},
            "$.items": {"matchers": [{"match": "type", "min": 1}]}}}}},
        {"type": "Synchronous/HTTP", "description": "second", "request": {"method": "GET", "path": "/"}, "response": {"status": 204}}],
       "metadata": {"pactSpecification": {"version": "4.0"}, "pactRust": {"ffi": "0.4.0"}}}
      """;

  @TempDir private Path folder;

  @Test
  void allVersionsOfTheSpecificationMeanTheSame() throws IOException {
    ContractMeaning two = meaning(TWO);
    ContractMeaning three = meaning(THREE);
    ContractMeaning four = meaning(FOUR);

    assertThat(three).isEqualTo(two);
    assertThat(four).isEqualTo(two);
    assertThat(two.parts()).containsOnlyKeys("second", "stock of A1 given A1 is there");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/stock/A1 | /stock/A2",
        "stock/.+ | stock/.*",
        "\"status\": 200 | \"status\": 201",
        "\"left\": 5 | \"left\": 6",
        "\"left\": 5 | \"left\": \"5\"",
        "integer | decimal",
        "\"min\": 1 | \"min\": 2",
        "size=2&size=3 | size=3&size=2",
        "all=true | all=false",
        "A1 is there | A1 is gone",
        "\"name\": \"stock\" | \"name\": \"store\"",
        "\"name\": \"orders\" | \"name\": \"web\"",
        "\"Accept\": \"application/json\" | \"Accept\": \"text/json\"",
        "$.query.all | $.query.size",
        "\"method\": \"get\" | \"method\": \"post\"",
        "\"match\": \"type\", \"min\": 1 | \"match\": \"type\"",
        "[1.0] | [1.0, 1.0]",
        "stock of A1\" | stock of A2\"",
        "\"status\": 204 | \"status\": 204, \"body\": null",
      })
  void whatTheConsumerNeedsChangesIt(String from, String to) throws IOException {
    ContractMeaning before = meaning(TWO);
    String changed = TWO.replace(from, to);

    ContractMeaning after = meaning(changed);

    assertThat(changed).isNotEqualTo(TWO);
    assertThat(after.digest()).isNotEqualTo(before.digest());
  }

  @Test
  void aChangedInteractionLeavesTheOthersAlone() throws IOException {
    ContractMeaning before = meaning(TWO);
    ContractMeaning after = meaning(TWO.replace("204", "205"));

    assertThat(after.parts().get("second")).isNotEqualTo(before.parts().get("second"));
    assertThat(after.parts().get("stock of A1 given A1 is there"))
        .isEqualTo(before.parts().get("stock of A1 given A1 is there"));
  }

  private ContractMeaning meaning(String text) throws IOException {
    Path file = folder.resolve("pact.json");
    Files.writeString(file, text);
    return Meaning.of(new ContractReader(folder).read(file)).orElseThrow();
  }
}
