package dev.concordat.cli;

import java.nio.file.Path;

/// The smallest workspace that can be tested: one system, its contract, one flow.
record GreeterWorkspace(Path folder) {
  private static final String MAIN =
      """
      import com.sun.net.httpserver.HttpServer;
      import java.net.InetSocketAddress;

      public class Main {
        public static void main(String[] arguments) throws Exception {
          int port = Integer.parseInt(System.getenv("PORT"));
          HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
          server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
          server.createContext("/greeting", exchange -> {
            if (!exchange.getRequestMethod().equals("GET")) {
              exchange.getResponseHeaders().set("Allow", "GET");
              exchange.sendResponseHeaders(405, -1);
              exchange.close();
              return;
            }
            byte[] body = "{\\"text\\": \\"hi\\"}".getBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
          server.start();
        }
      }
      """;

  static GreeterWorkspace in(Path folder) {
    return new GreeterWorkspace(folder)
        .with("greeter/Main.java", MAIN)
        .with(
            "greeter/openapi.yaml",
            """
            openapi: 3.0.3
            info: {title: greeter, version: 1.0.0}
            paths:
              /greeting:
                get:
                  operationId: greet
                  responses:
                    '200':
                      description: a greeting
                      content:
                        application/json:
                          schema: {type: object, required: [text], properties: {text: {type: string}}}
            """)
        .with(
            "concordat.yaml",
            """
            systems:
              greeter:
                owner: team-a
                run: java Main.java
                ready: GET /health
                port: PORT
                provides: [openapi.yaml]
            flows: flows
            """)
        .with(
            "flows/hello.flow.yaml",
            """
            flow: a greeting is answered
            tags: [critical]
            steps:
              - call: greeter.greet
                expect: {status: 200, body: {text: hi}}
            """);
  }

  GreeterWorkspace with(String file, String content) {
    new WorkspaceFiles(folder).write(file, content);
    return this;
  }

  GreeterWorkspace replacing(String file, String old, String replacement) {
    new WorkspaceFiles(folder).replace(file, old, replacement);
    return this;
  }
}
