package dev.concordat.wire.http;

import dev.concordat.model.exchange.Header;
import java.util.ArrayList;
import java.util.List;

/// Collects the field lines of a head (RFC 9112 section 5), folded ones included.
final class Fields {
  private final Names names;
  private final int limit;
  private List<Header> fields = new ArrayList<>();

  Fields(Names names, int limit) {
    this.names = names;
    this.limit = limit;
  }

  /// The collected fields; the next line begins a new head.
  List<Header> take() {
    List<Header> taken = fields;
    fields = new ArrayList<>(taken.size());
    return taken;
  }

  void add(LineReader line) throws NotHttp {
    if (isSpace(line.at(0))) {
      fold(line);
      return;
    }
    int colon = line.find((byte) ':', 0);
    if (colon <= 0 || !Token.is(line, 0, colon)) {
      throw new NotHttp("a header field without a name: " + line.shown());
    }
    if (fields.size() == limit) {
      throw new NotHttp("more than " + limit + " header fields");
    }
    fields.add(new Header(line.repeated(0, colon, names), value(line, colon + 1)));
  }

  /// A line that begins with space continues the last one (obs-fold, RFC 9112 section 5.2).
  private void fold(LineReader line) throws NotHttp {
    if (fields.isEmpty()) {
      throw new NotHttp("a head that begins with a folded line: " + line.shown());
    }
    Header last = fields.removeLast();
    fields.add(new Header(last.name(), (last.value() + " " + value(line, 0)).strip()));
  }

  private static String value(LineReader line, int from) {
    int start = from;
    int end = line.length();
    while (start < end && isSpace(line.at(start))) {
      start++;
    }
    while (end > start && isSpace(line.at(end - 1))) {
      end--;
    }
    return line.text(start, end);
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t';
  }
}
