package dev.concordat.wire.http2;

import dev.concordat.wire.capture.EventLoops;
import io.netty.util.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The clients of the table.
final class TableClients {
  private TableClients() {}

  /// The JDK's client, which changes to HTTP/2 with its first request.
  record Jdk() implements TableClient {
    @Override
    public Optional<String> version() {
      return Optional.of("JDK HttpClient " + Runtime.version().feature());
    }

    @Override
    public List<String> twice(URI address) throws Exception {
      List<String> saw = new ArrayList<>();
      try (HttpClient client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_2)
              .followRedirects(HttpClient.Redirect.NORMAL)
              .build()) {
        HttpRequest request =
            HttpRequest.newBuilder(address).timeout(Duration.ofMillis(PATIENCE_MILLIS)).build();
        for (int i = 0; i < 2; i++) {
          saw.add(ask(client, request));
        }
        client.shutdownNow();
      }
      return saw;
    }

    private static String ask(HttpClient client, HttpRequest request) throws InterruptedException {
      CompletableFuture<HttpResponse<String>> asked =
          client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
      try {
        HttpResponse<String> response = asked.get(2L * PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        return TableClient.answered(response.statusCode(), response.body());
      } catch (TimeoutException e) {
        asked.cancel(true);
        return "waits for ever";
      } catch (ExecutionException e) {
        var story = new StringBuilder();
        for (Throwable each = e.getCause(); each != null; each = each.getCause()) {
          story.append(each).append(' ');
        }
        return TableClient.failed(story.toString());
      }
    }
  }

  /// Netty's codec, by prior knowledge.
  record Netty(EventLoops loops) implements TableClient {
    @Override
    public Optional<String> version() {
      return Optional.ofNullable(Version.identify().get("netty-codec-http2"))
          .map(it -> "Netty codec " + it.artifactVersion().replaceFirst("\\.Final$", ""));
    }

    @Override
    public List<String> twice(URI address) throws Exception {
      List<String> saw = new ArrayList<>();
      var to = new InetSocketAddress(address.getHost(), address.getPort());
      var open = new Http2Client(loops, to);
      for (int i = 0; i < 2; i++) {
        if (!open.isOpen() || !open.goneAway().isEmpty()) {
          open.close();
          open = new Http2Client(loops, to);
        }
        Http2Client.Heard heard = open.begin("GET", address.getPath(), "", "");
        saw.add(
            !heard.await(PATIENCE_MILLIS)
                ? "gave up"
                : heard.end().equals("end")
                    ? TableClient.answered(heard.status(), heard.body())
                    : TableClient.failed(heard.end()));
      }
      open.close();
      return saw;
    }
  }

  /// curl, by prior knowledge; each request is a process of its own.
  record Curl() implements TableClient {
    @Override
    public Optional<String> version() {
      return firstLine("curl", "--version")
          .map(line -> String.join(" ", List.of(line.split(" ")).subList(0, 2)));
    }

    @Override
    public List<String> twice(URI address) throws Exception {
      List<String> saw = new ArrayList<>();
      Path body = Files.createTempFile("curl", "body");
      for (int i = 0; i < 2; i++) {
        Files.writeString(body, "");
        String line =
            output(
                    List.of(
                        "curl",
                        "-s",
                        "-L",
                        "--max-redirs",
                        "5",
                        "--max-time",
                        Integer.toString(PATIENCE_MILLIS / 1_000),
                        "--http2-prior-knowledge",
                        "-w",
                        "%{exitcode}|%{http_code}|%{errormsg}\n",
                        "-o",
                        body.toString(),
                        address.toString()))
                .getFirst();
        String[] parts = line.split("\\|", 3);
        saw.add(
            parts[0].equals("0")
                ? TableClient.answered(Integer.parseInt(parts[1]), Files.readString(body))
                : TableClient.failed(parts[2]));
      }
      Files.delete(body);
      return saw;
    }
  }

  /// The module `http2` of Node.js, which opens another session where the last one is of no use any more.
  record Node() implements TableClient {
    private static final String SCRIPT =
        """
        import http2 from 'node:http2';
        const [, address, patience] = process.argv;
        const url = new URL(address);
        let session;
        function open() {
          session = http2.connect(url.origin);
          session.on('error', () => {});
        }
        function ask() {
          return new Promise(done => {
            const stream = session.request({':path': url.pathname});
            let status = 0;
            let body = '';
            const timer = setTimeout(() => { done('0|timeout'); stream.close(8); }, Number(patience));
            stream.on('response', headers => { status = headers[':status']; });
            stream.setEncoding('utf8');
            stream.on('data', chunk => { body += chunk; });
            stream.on('end', () => { clearTimeout(timer); setImmediate(() => done(stream.aborted ? '0|rst_stream' : status + '|' + body.replaceAll('\\n', ' '))); });
            stream.on('error', error => { clearTimeout(timer); done('0|' + error.code + ' ' + error.message); });
          });
        }
        open();
        for (let i = 0; i < 2; i++) {
          if (session.closed || session.destroyed) open();
          console.log(await ask());
        }
        process.exit(0);
        """;

    @Override
    public Optional<String> version() {
      return firstLine("node", "--version").map(version -> "Node.js http2 " + version);
    }

    @Override
    public List<String> twice(URI address) throws Exception {
      List<String> saw = new ArrayList<>();
      List<String> command =
          List.of(
              "node",
              "--input-type=module",
              "-e",
              SCRIPT,
              address.toString(),
              Integer.toString(PATIENCE_MILLIS));
      for (String line : output(command)) {
        int bar = line.indexOf('|');
        int status = Integer.parseInt(line.substring(0, bar));
        String text = line.substring(bar + 1);
        saw.add(status == 0 ? TableClient.failed(text) : TableClient.answered(status, text));
      }
      return saw;
    }
  }

  /// A call of gRPC, made of frames with Netty's codec.
  record Grpc(EventLoops loops) implements TableClient {
    @Override
    public Optional<String> version() {
      return new Netty(loops).version().map(it -> "gRPC on " + it);
    }

    @Override
    public List<String> twice(URI address) throws Exception {
      List<String> saw = new ArrayList<>();
      var to = new InetSocketAddress(address.getHost(), address.getPort());
      var open = new Http2Client(loops, to);
      for (int i = 0; i < 2; i++) {
        Http2Client.Heard heard = open.call("/shop.Orders/List", "50m");
        saw.add(heard.end().equals("end") ? outcome(heard) : TableClient.failed(heard.end()));
      }
      open.close();
      return saw;
    }

    private static String outcome(Http2Client.Heard heard) {
      String status =
          switch (heard.count("grpc-status")) {
            case 0 -> "no status";
            case 1 -> "status " + heard.field("grpc-status");
            default -> "status twice";
          };
      return messages(heard.body()) + ", " + status;
    }

    private static String messages(String body) {
      int count = 0;
      int at = 0;
      while (at + 5 <= body.length()) {
        if (body.charAt(at) != 0) {
          return "a message with an unknown compression";
        }
        long length = 0;
        for (int i = 1; i < 5; i++) {
          length = (length << Byte.SIZE) | body.charAt(at + i);
        }
        if (at + 5 + length > body.length()) {
          return "a message longer than the body";
        }
        at += 5 + (int) length;
        count++;
      }
      return at == body.length() ? count + " messages" : "half a message";
    }
  }

  private static Optional<String> firstLine(String... command) {
    try {
      return output(List.of(command)).stream().findFirst();
    } catch (IOException notHere) {
      return Optional.empty();
    }
  }

  private static List<String> output(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      return reader.readAllLines();
    }
  }
}
