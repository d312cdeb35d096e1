package dev.concordat.contracts.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.reader.ContractReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RpcMeaningTest {
  private static final String PROTO =
      """
      syntax = "proto3";
      package a;
      message Order { string id = 1; Order parent = 2; }
      service S { rpc Get(Order) returns (Order); rpc Put(Order) returns (Order); }
      """;
  private static final String SCHEMA =
      "type Query { order(id: ID!): Order size: Int }\ntype Order { id: ID! parent: Order }\n";

  @TempDir Path folder;

  private ContractMeaning meaning(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Meaning.of(new ContractReader(folder).read(file)).orElseThrow();
  }

  @Test
  void commentsAndOrderInAProtoFileChangeNothing() throws IOException {
    // Given
    String same =
        """
        // Orders.
        syntax = "proto3";
        package a;
        service S { rpc Put(Order) returns (Order); rpc Get(a.Order) returns (.a.Order); }
        message Order {
          Order parent = 2; // whose part it is
          string id = 1;
        }
        """;
    // When
    ContractMeaning meaning = meaning("b.proto", same);
    // Then
    assertThat(meaning).isEqualTo(meaning("a.proto", PROTO));
    assertThat(meaning.parts()).containsOnlyKeys("a.S/Get", "a.S/Put");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "string id = 1;>string id = 3;",
        "string id = 1;>string key = 1;",
        "string id = 1;>optional string id = 1;",
        "string id = 1;>bytes id = 1;",
        "string id = 1;>string id = 1 [deprecated = true];",
        "Order parent = 2;>Order parent = 2; reserved 3;"
      })
  void whatCanMatterInAProtoFileChangesTheDigest(String change) throws IOException {
    // Given
    String[] parts = change.split(">", 2);
    // When
    ContractMeaning meaning = meaning("b.proto", PROTO.replace(parts[0], parts[1]));
    // Then
    assertThat(meaning.parts().get("a.S/Get"))
        .isNotEqualTo(meaning("a.proto", PROTO).parts().get("a.S/Get"));
  }

  @Test
  void descriptionsOrderAndExtensionsInASchemaChangeNothing() throws IOException {
    // Given
    String same =
        "\"An order\"\ntype Order { parent: Order }\nextend type Order { id: ID! }\n"
            + "schema { query: Query }\ntype Query { size: Int, order(id: ID!): Order }\n";
    // When
    ContractMeaning meaning = meaning("b.graphql", same);
    // Then
    assertThat(meaning).isEqualTo(meaning("a.graphql", SCHEMA));
  }

  @Test
  void aChangedFieldChangesOnlyTheQueriesThatReachIt() throws IOException {
    // When
    ContractMeaning meaning = meaning("b.graphql", SCHEMA.replace("id: ID! p", "id: ID p"));
    // Then
    ContractMeaning before = meaning("a.graphql", SCHEMA);
    assertThat(meaning.parts().get("Query.order")).isNotEqualTo(before.parts().get("Query.order"));
    assertThat(meaning.parts().get("Query.size")).isEqualTo(before.parts().get("Query.size"));
  }
}
