package dev.concordat.compare.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A schema of any size, the same for the same seed: objects that lead to one another in circles, interfaces, unions, enums,
/// inputs that hold one another. The number of objects is a multiple of ten.
record GeneratedSchema(int objects, long seed) {
  private static final List<String> LEAVES =
      List.of("Int", "Float!", "String", "ID!", "[String!]!", "Boolean");

  String text() {
    return String.join("\n\n", definitions());
  }

  /// The definitions, each a text of its own.
  List<String> definitions() {
    var random = new Random(seed);
    var definitions = new ArrayList<String>();
    definitions.add("interface Node { id: ID! }");
    var query = new StringBuilder("type Query {\n  node(id: ID!): Node\n");
    for (int i = 0; i < objects; i++) {
      if (i % 10 == 0) {
        query.append("  t%d(by: In%d, first: Int = 10): [T%d!]!\n".formatted(i, i, i));
        definitions.add(input(i));
        definitions.add("enum E%d { A B C_%d }".formatted(i, i));
        definitions.add("union U%d = T%d | T%d".formatted(i, i, (i + 1) % objects));
      }
      definitions.add(object(i, random));
    }
    definitions.add(query.append("}").toString());
    definitions.add("type Mutation { change(by: In0!): T0 }");
    return definitions;
  }

  private String input(int i) {
    int next = i / 100 * 100 + (i + 10) % Math.min(100, objects);
    return "input In%d {\n  text: String = \"a\"\n  kind: E%d\n  limit: Int!\n  inner: In%d\n  list: [In%d!]\n}"
        .formatted(i, i, next, i);
  }

  private String object(int i, Random random) {
    var text = new StringBuilder("type T%d implements Node {\n  id: ID!\n".formatted(i));
    for (int field = 0; field < 5; field++) {
      text.append("  f%d: %s\n".formatted(field, LEAVES.get(random.nextInt(LEAVES.size()))));
    }
    text.append("  kind: E%d\n".formatted(i / 10 * 10));
    text.append("  next(deep: Boolean! = false): T%d\n".formatted(i / 10 * 10 + (i + 1) % 10));
    text.append("  some: [U%d]\n".formatted(i / 10 * 10));
    text.append("  other(id: ID!, at: Int): T%d!\n".formatted(i / 10 * 10 + random.nextInt(10)));
    return text.append("}").toString();
  }
}
