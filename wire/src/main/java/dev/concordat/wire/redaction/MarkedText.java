package dev.concordat.wire.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Secrets in XML elements and in the parts of multipart forms. Linear in the text.
final class MarkedText {
  private static final Pattern ELEMENT =
      Pattern.compile("<([A-Za-z_][\\w:.-]{0,100}+)([^<>]*+)>([^<]++)</");

  private static final String DELIMITER = "\r\n--";
  private static final String HEAD_END = "\r\n\r\n";
  private static final String NAME = "name=\"";

  private MarkedText() {}

  static String redactXml(String xml, SecretNames names, String mark) {
    return ELEMENT
        .matcher(xml)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    names.isSecret(localName(found.group(1)))
                        ? "<" + found.group(1) + found.group(2) + ">" + mark + "</"
                        : found.group()));
  }

  private static String localName(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  static String redactMultipart(String form, SecretNames names, String mark) {
    StringBuilder out = new StringBuilder(form.length());
    int start = 0;
    while (start < form.length()) {
      int next = form.indexOf(DELIMITER, start + 1);
      int end = next < 0 ? form.length() : next;
      out.append(part(form.substring(start, end), names, mark));
      start = end;
    }
    return out.toString();
  }

  private static String part(String part, SecretNames names, String mark) {
    int headEnd = part.indexOf(HEAD_END);
    int name = part.indexOf(NAME);
    if (name < 0 || name > headEnd) {
      return part;
    }
    int nameStart = name + NAME.length();
    int nameEnd = part.indexOf('"', nameStart);
    return nameEnd >= 0 && nameEnd < headEnd && names.isSecret(part.substring(nameStart, nameEnd))
        ? part.substring(0, headEnd + HEAD_END.length()) + mark
        : part;
  }
}
