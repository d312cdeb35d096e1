package dev.concordat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A folder with contracts to compare, and a git repository around it where it is asked for.
///
/// @param folder where commands are given
record ComparedWorkspace(Path folder, Path home) {
  /// An order has a text as its `sku`, and a `qty` of at least 1.
  static final String ORDERS =
      """
      openapi: 3.1.0
      info: {title: Orders, version: "1.4.0"}
      paths:
        /orders:
          post:
            operationId: placeOrder
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    type: object
                    required: [sku]
                    properties:
                      sku: {type: string}
                      qty: {type: integer, minimum: 1}
            responses:
              "201": {description: made}
          get:
            operationId: listOrders
            parameters:
              - {name: limit, in: query, schema: {type: integer, maximum: 100}}
            responses:
              "200": {description: all}
      """;

  /// The same with a `qty` of at least 5: the smallest order is refused.
  static final String NARROWER = ORDERS.replace("minimum: 1}", "minimum: 5}");

  /// The same with one more optional parameter.
  static final String WIDER =
      ORDERS.replace(
          "parameters:\n",
          "parameters:\n        - {name: offset, in: query, schema: {type: integer}}\n");

  static ComparedWorkspace in(Path temporary) throws IOException {
    return new ComparedWorkspace(
        Files.createDirectories(temporary.resolve("work")), temporary.resolve("home"));
  }

  ComparedWorkspace with(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CommandTester.Result run(String... arguments) {
    return new CommandTester(home, folder).run(arguments);
  }

  CommandTester.Result runWith(String input, Map<String, String> variables, String... arguments) {
    return new CommandTester(home, folder).runWith(input, variables, arguments);
  }

  /// Makes the folder a repository whose branch `main` holds what is there.
  ComparedWorkspace committed() {
    git("init", "--quiet", "--initial-branch=main");
    return commit("first");
  }

  ComparedWorkspace commit(String message) {
    git("add", "--all");
    git("commit", "--quiet", "--no-gpg-sign", "--message", message);
    return this;
  }

  void git(String... arguments) {
    git(folder, arguments);
  }

  static void git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(
        List.of(
            "-c",
            "user.name=Test",
            "-c",
            "user.email=test@example.com",
            "-c",
            "init.defaultBranch=main"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("git " + String.join(" ", arguments) + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
