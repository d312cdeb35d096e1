package dev.concordat.contracts.avro;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.finding.Sentence;

/// Where in the data a walk stands, and the sentence that speaks of it. Immutable.
record Walk(String pointer, Sentence sentence, int depth) {
  static Walk start(AvroSchema schema) {
    return new Walk("", schema.root().at(), 0);
  }

  Walk into(AvroField field) {
    return new Walk(pointer + "/" + Pointers.escape(field.name()), field.at(), depth + 1);
  }

  Walk intoItem() {
    return new Walk(pointer + "/*", sentence, depth + 1);
  }

  Walk intoValue(String key) {
    return new Walk(pointer + "/" + Pointers.escape(key), sentence, depth + 1);
  }

  Walk intoBranch() {
    return new Walk(pointer, sentence, depth + 1);
  }

  /// The place as people call it: its last names.
  String shown() {
    return pointer.isEmpty() ? "the value" : pointer.substring(1).replace('/', '.');
  }

  AvroFault fault(Breach.Kind kind, String what, String expected, String actual) {
    String message = shown() + ": " + what + " (" + sentence.place().shortForm() + ")";
    return new AvroFault(kind, pointer, sentence, message, expected, actual);
  }
}
