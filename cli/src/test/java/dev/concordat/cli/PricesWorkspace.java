package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/// Three systems in three languages that ask a fourth, each by the client that its language brings along. Where it asks is
/// written in each as `ADDRESS`, and which rate as `eur`.
///
/// @param folder where it is written
record PricesWorkspace(Path folder) {
  private static final String JAVA =
      """
      import com.sun.net.httpserver.HttpServer;
      import java.net.*;
      import java.net.http.*;

      public class Main {
        public static void main(String[] arguments) throws Exception {
          HttpClient client = HttpClient.newHttpClient();
          int port = Integer.parseInt(System.getenv("PORT"));
          HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
          server.createContext("/", exchange -> {
            int status = exchange.getRequestURI().getPath().equals("/price") ? 200 : 404;
            String text = "{}";
            if (status == 200 && !exchange.getRequestMethod().equals("GET")) {
              status = 405;
              exchange.getResponseHeaders().set("Allow", "GET");
            } else if (status == 200) {
              try {
                var request = HttpRequest.newBuilder(URI.create(ADDRESS + "/rates/eur")).build();
                var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                status = answer.statusCode() == 200 ? 200 : 502;
                text = status == 200 ? "{\\"seen\\": true}" : "{\\"error\\": \\"" + answer.statusCode() + "\\"}";
                if (status == 502) System.err.println(answer.body());
              } catch (Exception e) {
                System.err.println(e);
                status = 503;
              }
            }
            byte[] body = text.getBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
          server.start();
        }
      }
      """;

  private static final String NODE =
      """
      const http = require('node:http');
      http.createServer(async (request, response) => {
        let status = request.url === '/price' ? 200 : 404;
        if (status === 200 && request.method !== 'GET') {
          status = 405;
          response.setHeader('Allow', 'GET');
        } else if (status === 200) {
          try {
            const answer = await fetch(ADDRESS + '/rates/eur');
            const text = await answer.text();
            status = answer.status === 200 ? 200 : 502;
            if (status === 502) console.error(text);
          } catch (e) {
            console.error(e);
            status = 503;
          }
        }
        response.writeHead(status, {'Content-Type': 'application/json'});
        response.end(request.method === 'HEAD' ? undefined : JSON.stringify({seen: true}));
      }).listen(Number(process.env.PORT), '127.0.0.1');
      """;

  private static final String PYTHON =
      """
      import os, sys, urllib.error, urllib.request
      from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

      class Till(BaseHTTPRequestHandler):
          protocol_version = 'HTTP/1.1'

          def answer(self):
              length = int(self.headers.get('Content-Length') or 0)
              self.rfile.read(length)
              status = 200 if self.path == '/price' else 404
              allow = status == 200 and self.command != 'GET'
              if allow:
                  status = 405
              elif status == 200:
                  try:
                      with urllib.request.urlopen(ADDRESS + '/rates/eur') as answer:
                          answer.read()
                  except urllib.error.HTTPError as e:
                      print(e.read(), file=sys.stderr)
                      status = 502
                  except Exception as e:
                      print(e, file=sys.stderr)
                      status = 503
              body = b'{"seen": true}'
              self.send_response(status)
              if allow:
                  self.send_header('Allow', 'GET')
              self.send_header('Content-Type', 'application/json')
              self.send_header('Content-Length', str(len(body)))
              self.end_headers()
              if self.command != 'HEAD':
                  self.wfile.write(body)

          def __getattr__(self, name):
              if name.startswith('do_'):
                  return self.answer
              raise AttributeError(name)

      ThreadingHTTPServer(('127.0.0.1', int(os.environ['PORT'])), Till).serve_forever()
      """;

  private static final String RATES =
      """
      const http = require('node:http');
      http.createServer((request, response) => {
        const rate = /^\\/rates\\/([^/?]*)$/.exec(request.url);
        const known = rate && /^[a-z]{3}$/.test(rate[1]);
        let status = rate ? (known ? 200 : 400) : 404;
        if (rate && request.method !== 'GET') {
          status = 405;
          response.setHeader('Allow', 'GET');
        }
        response.writeHead(status, {'Content-Type': 'application/json'});
        response.end(request.method === 'HEAD' ? undefined : JSON.stringify(status === 200 ? {rate: 1.5} : {}));
      }).listen(Number(process.env.PORT), '127.0.0.1');
      """;

  private static final String PRICE =
      """
      openapi: 3.0.3
      info: {title: NAME, version: 1.0.0}
      paths:
        /price:
          get:
            operationId: price
            responses:
              '200':
                description: a price
                content:
                  application/json:
                    schema: {type: object, required: [seen], properties: {seen: {type: boolean}}}
              '502': {description: nobody tells the rate}
      """;

  private static final String OF_RATES =
      """
      openapi: 3.0.3
      info: {title: rates, version: 1.0.0}
      paths:
        /rates/{currency}:
          get:
            operationId: rate
            parameters:
              - {name: currency, in: path, required: true, schema: {type: string, pattern: '^[a-z]{3}$'}}
            responses:
              '200':
                description: a rate
                content:
                  application/json:
                    schema: {type: object, required: [rate], properties: {rate: {type: number}}}
              '400': {description: no currency}
      """;

  /// The four systems; what they are told of each other is not written yet.
  static PricesWorkspace in(Path folder) {
    return new PricesWorkspace(folder)
        .with("orders/Main.java", JAVA)
        .with("orders/openapi.yaml", PRICE.replace("NAME", "orders"))
        .with("desk/main.cjs", NODE)
        .with("desk/openapi.yaml", PRICE.replace("NAME", "desk"))
        .with("till/main.py", PYTHON)
        .with("till/openapi.yaml", PRICE.replace("NAME", "till"))
        .with("rates/main.cjs", RATES)
        .with("rates/openapi.yaml", OF_RATES);
  }

  /// Writes where each asks, as its language says it.
  PricesWorkspace asking(String java, String node, String python) {
    return replacing("orders/Main.java", "ADDRESS", java)
        .replacing("desk/main.cjs", "ADDRESS", node)
        .replacing("till/main.py", "ADDRESS", python);
  }

  /// Writes concordat.yaml.
  ///
  /// @param consumes what stands under `consumes` of the three, on one line
  /// @param more lines of its own for `rates`
  PricesWorkspace consuming(String consumes, String more) {
    String three =
        """
          NAME:
            owner: team-NAME
            run: RUN
            ready: port
            provides: openapi.yaml
            consumes: {rates: %s}
        """
            .formatted(consumes);
    return with(
        "concordat.yaml",
        "systems:\n"
            + three.replace("NAME", "orders").replace("RUN", "java Main.java")
            + three.replace("NAME", "desk").replace("RUN", "node main.cjs")
            + three.replace("NAME", "till").replace("RUN", "python3 main.py")
            + rates("port", more));
  }

  /// Writes a concordat.yaml of `rates` alone.
  ///
  /// @param more lines of its own
  PricesWorkspace alone(String more) {
    return with("concordat.yaml", "systems:\n" + rates("GET /rates/eur", more));
  }

  private static String rates(String ready, String more) {
    return "  rates:\n    owner: team-rates\n    run: node main.cjs\n    ready: "
        + ready
        + "\n    provides: openapi.yaml\n"
        + more;
  }

  PricesWorkspace with(String file, String content) {
    new WorkspaceFiles(folder).write(file, content);
    return this;
  }

  PricesWorkspace replacing(String file, String old, String replacement) {
    new WorkspaceFiles(folder).replace(file, old, replacement);
    return this;
  }

  /// All three consumers ask for what the contract does not have.
  PricesWorkspace breakingTheContract() {
    return replacing("orders/Main.java", "/rates/eur", "/rates/euro")
        .replacing("desk/main.cjs", "/rates/eur", "/rates/euro")
        .replacing("till/main.py", "/rates/eur", "/rates/euro");
  }

  /// What is told of that: each break at its own link, and to its own team.
  static void assertBroken(CommandTester.Result result) {
    assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
    assertThat(result.out())
        .contains(
            "✗ conform/request-not-allowed   orders → rates   rates.rate   owner: team-orders",
            "✗ conform/request-not-allowed   desk → rates   rates.rate   owner: team-desk",
            "✗ conform/request-not-allowed   till → rates   rates.rate   owner: team-till");
  }
}
