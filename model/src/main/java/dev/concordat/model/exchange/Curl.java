package dev.concordat.model.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A request as a command for bash and zsh.
public final class Curl {
  private static final int MAX_LENGTH = 2_000;

  /// Most that one character of text takes, half of a pair counted as one.
  private static final int UTF_8_BYTES = 3;

  /// Needs no quotes in a shell.
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

  private Curl() {}

  /// The command on one line, to the server that the variable `URL` names; nothing where the request cannot be written as one.
  public static Optional<String> of(HttpRequestMessage request) {
    return command(request, "\"$URL\"");
  }

  /// The command on one line; nothing where the request cannot be written as one.
  ///
  /// @param server without a path: `http://localhost:8080`
  public static Optional<String> of(HttpRequestMessage request, String server) {
    return command(request, quoted(server));
  }

  private static Optional<String> command(HttpRequestMessage request, String server) {
    if (request.body().size() > MAX_LENGTH * UTF_8_BYTES) {
      return Optional.empty();
    }
    Optional<String> body = text(request.body());
    if (body.isEmpty()) {
      return Optional.empty();
    }
    var command = new StringBuilder("curl -gi ");
    command.append(request.method().equals("HEAD") ? "-I" : "-X " + quoted(request.method()));
    command.append(' ').append(server).append(quoted(request.target()));
    request
        .headers()
        .forEach(
            header -> command.append(" -H ").append(quoted(header.name() + ": " + header.value())));
    if (!body.get().isEmpty()) {
      command.append(" --data-binary ").append(quoted(body.get()));
    }
    return command.length() > MAX_LENGTH ? Optional.empty() : Optional.of(command.toString());
  }

  private static Optional<String> text(Bytes body) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.toArray())).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  private static String quoted(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    boolean isPrintable = text.chars().noneMatch(Character::isISOControl);
    return isPrintable ? "'" + text.replace("'", "'\\''") + "'" : escaped(text);
  }

  /// With escapes, as `$'…'` of bash and zsh has them.
  private static String escaped(String text) {
    var quoted = new StringBuilder("$'");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\'' -> quoted.append("\\'");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('\'').toString();
  }
}
