package dev.concordat.registry.webhook;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Makes one call over HTTP/1.1: to the very address that was checked, within a time, without following redirects, and
/// reading only the first part of the answer. Clients that look names up themselves cannot promise the first of these.
final class Sender {
  private static final int MAX_LINE = 8_192;
  private static final int MAX_HEADERS = 100;
  private static final int MAX_BODY = 64 << 10;
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private final WebhookSettings settings;

  Sender(WebhookSettings settings) {
    this.settings = settings;
  }

  Received send(Call call) throws RefusedTarget, IOException {
    URI uri;
    try {
      uri = URI.create(call.url());
    } catch (IllegalArgumentException _) {
      throw new RefusedTarget("the address " + call.url() + " is not one");
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String host = uri.getHost() == null ? "" : uri.getHost();
    boolean isSecure = scheme.equals("https");
    if (!isSecure && !(settings.allowsHttp() && scheme.equals("http"))) {
      throw new RefusedTarget("only https is allowed");
    }
    if (!settings.allows(host)) {
      throw new RefusedTarget("the host " + host + " is not one of those that are allowed");
    }
    InetAddress address = TargetAddress.of(unbracketed(host), settings.isNamed(host));
    int port = uri.getPort() > 0 ? uri.getPort() : isSecure ? HTTPS_PORT : HTTP_PORT;
    try (Socket plain = new Socket()) {
      Thread watch = closeAfter(plain, settings.callLimit());
      try {
        int millis = (int) settings.callLimit().toMillis();
        plain.setSoTimeout(millis);
        plain.connect(new InetSocketAddress(address, port), millis);
        return exchange(isSecure ? secured(plain, host, port) : plain, uri, call);
      } catch (IOException e) {
        if (plain.isClosed()) {
          throw new IOException("no answer within " + settings.callLimit().toMillis() + " ms", e);
        }
        throw e;
      } finally {
        watch.interrupt();
      }
    }
  }

  /// A target that drips byte by byte is given up, too.
  private static Thread closeAfter(Socket socket, Duration limit) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                Thread.sleep(limit);
                socket.close();
              } catch (InterruptedException _) {
                // The call is over.
              } catch (IOException _) {
                // It is closed all the same.
              }
            });
  }

  private static Socket secured(Socket plain, String host, int port) throws IOException {
    SSLSocket secured =
        (SSLSocket)
            ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(plain, unbracketed(host), port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static Received exchange(Socket socket, URI uri, Call call) throws IOException {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    StringBuilder head = new StringBuilder();
    head.append(call.method()).append(' ').append(path).append(query).append(" HTTP/1.1\r\n");
    sent(uri, call)
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("\r\n");
    var out = socket.getOutputStream();
    out.write(head.toString().getBytes(StandardCharsets.UTF_8));
    out.write(call.body().orElse("").getBytes(StandardCharsets.UTF_8));
    out.flush();
    return receive(new BufferedInputStream(socket.getInputStream()));
  }

  /// All headers as they are sent, by their names in lower case.
  static Map<String, String> sent(URI uri, Call call) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("accept", "*/*");
    headers.put("user-agent", "Concordat registry");
    call.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    call.body().ifPresent(_ -> headers.putIfAbsent("content-type", "application/json"));
    call.user()
        .ifPresent(
            user ->
                headers.put(
                    "authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(
                                (user + ":" + call.password().orElse(""))
                                    .getBytes(StandardCharsets.UTF_8))));
    headers.put("host", uri.getRawAuthority() == null ? "" : uri.getRawAuthority());
    headers.put("connection", "close");
    headers.put(
        "content-length",
        String.valueOf(call.body().orElse("").getBytes(StandardCharsets.UTF_8).length));
    headers.remove("transfer-encoding");
    headers.replaceAll((_, value) -> value.replaceAll("[\r\n]", " "));
    return headers;
  }

  private static Received receive(InputStream in) throws IOException {
    String line = line(in);
    int status = status(line);
    Map<String, String> headers = headers(in);
    while (status >= 100 && status < 200) {
      line = line(in);
      status = status(line);
      headers = headers(in);
    }
    return new Received(
        status, line, headers, new String(body(in, headers), StandardCharsets.UTF_8));
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (int i = 0; i < MAX_HEADERS; i++) {
      String line = line(in);
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    throw new IOException("the answer has more than " + MAX_HEADERS + " headers");
  }

  private static int status(String line) throws IOException {
    String[] words = line.split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-9][0-9]{2}")) {
      throw new IOException("the answer is not HTTP/1.1");
    }
    return Integer.parseInt(words[1]);
  }

  /// The first part; what follows is left unread.
  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      return chunks(in);
    }
    String length = headers.getOrDefault("content-length", "");
    int wanted =
        length.matches("[0-9]{1,18}") ? (int) Math.min(MAX_BODY, Long.parseLong(length)) : MAX_BODY;
    return in.readNBytes(wanted);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    while (body.size() < MAX_BODY) {
      String size = line(in).split(";", 2)[0].strip();
      if (!size.matches("[0-9A-Fa-f]{1,8}")) {
        throw new IOException("the answer has a chunk without a size");
      }
      long length = Long.parseLong(size, 16);
      if (length == 0) {
        return body.toByteArray();
      }
      body.write(in.readNBytes((int) Math.min(length, MAX_BODY - body.size())));
      if (body.size() < MAX_BODY && !line(in).isEmpty()) {
        throw new IOException("the answer has a chunk of another size than it says");
      }
    }
    return body.toByteArray();
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection ended within the answer");
      }
      if (line.size() == MAX_LINE) {
        throw new IOException("the answer has a line of more than " + MAX_LINE + " bytes");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
