package dev.concordat.benchmarks.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/// Writes JSON member by member, a line each. Texts and names hold nothing that needs an escape.
final class Indented {
  private final Writer writer;
  private int depth;
  private boolean isFirst = true;

  Indented(Writer writer) {
    this.writer = writer;
  }

  void text(String name, String value) {
    raw(name, '"' + value + '"');
  }

  void raw(String name, String value) {
    line();
    write('"' + name + "\": " + value);
  }

  void object(String name, Runnable members) {
    line();
    write('"' + name + "\": ");
    block('{', members, '}');
  }

  void array(String name, Runnable items) {
    line();
    write('"' + name + "\": ");
    block('[', items, ']');
  }

  /// An item of an array, or the whole text.
  void object(Runnable members) {
    if (depth > 0) {
      line();
    }
    block('{', members, '}');
  }

  private void block(char open, Runnable inside, char close) {
    write(String.valueOf(open));
    depth++;
    isFirst = true;
    inside.run();
    depth--;
    write("\n" + "  ".repeat(depth) + close);
    isFirst = false;
  }

  private void line() {
    write((isFirst ? "\n" : ",\n") + "  ".repeat(depth));
    isFirst = false;
  }

  private void write(String text) {
    try {
      writer.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
