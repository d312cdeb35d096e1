package dev.concordat.contracts.stub;

import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Documents made from texts.
public final class Texts {
  private Texts() {}

  public static Document document(String file, String text) {
    return new DocumentReader(Path.of(".")).parse(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
