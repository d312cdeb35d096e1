package dev.concordat.wire.postgres;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a client says first (PostgreSQL 16, section 55.7, StartupMessage and CancelRequest).
sealed interface StartupRequest {
  /// As the server: nobody introduces himself at greater length.
  int MAX_BYTES = 10_000;

  int SSL_REQUEST = 80_877_103;
  int GSS_REQUEST = 80_877_104;
  int CANCEL_REQUEST = 80_877_102;

  /// A session is asked for.
  record Session(int protocol, Map<String, String> parameters) implements StartupRequest {
    private static final Set<String> OFF = Set.of("", "false", "off", "no", "0");

    boolean isReplication() {
      return !OFF.contains(parameters.getOrDefault("replication", "").toLowerCase(Locale.ROOT));
    }

    /// The message that asks a server for the same session in another database.
    byte[] encode(String database) {
      var bytes = new ByteArrayOutputStream();
      try (var out = new DataOutputStream(bytes)) {
        out.writeInt(0);
        out.writeInt(protocol);
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
          if (!parameter.getKey().equals("database")) {
            writeString(out, parameter.getKey());
            writeString(out, parameter.getValue());
          }
        }
        writeString(out, "database");
        writeString(out, database);
        out.writeByte(0);
      } catch (IOException e) {
        throw new UncheckedIOException("memory does not fail", e);
      }
      byte[] message = bytes.toByteArray();
      Messages.putInt(message, 0, message.length);
      return message;
    }

    private static void writeString(DataOutputStream out, String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.writeByte(0);
    }
  }

  /// The statement of another session is to be stopped.
  ///
  /// @param key process id and secret, as they were given to that session
  record Cancel(ByteBuffer key) implements StartupRequest {}

  /// Reads it; refuses encryption first, as often as the client asks for it.
  static StartupRequest read(DataInputStream in, OutputStream out) throws IOException {
    while (true) {
      int length = in.readInt();
      if (length < 8 || length > MAX_BYTES) {
        throw new IOException("not a PostgreSQL client: its first message has length " + length);
      }
      int code = in.readInt();
      byte[] body = in.readNBytes(length - 8);
      if (code == CANCEL_REQUEST) {
        return new Cancel(ByteBuffer.wrap(body));
      }
      if (code != SSL_REQUEST && code != GSS_REQUEST) {
        return new Session(code, parameters(body));
      }
      out.write('N');
      out.flush();
    }
  }

  private static Map<String, String> parameters(byte[] body) {
    var parameters = new LinkedHashMap<String, String>();
    int at = 0;
    while (at < body.length && body[at] != 0) {
      int nameEnd = Messages.stringEnd(body, at);
      int valueEnd = Messages.stringEnd(body, nameEnd + 1);
      parameters.put(text(body, at, nameEnd), text(body, nameEnd + 1, valueEnd));
      at = valueEnd + 1;
    }
    return parameters;
  }

  private static String text(byte[] body, int from, int to) {
    return from >= to ? "" : new String(Arrays.copyOfRange(body, from, to), StandardCharsets.UTF_8);
  }
}
