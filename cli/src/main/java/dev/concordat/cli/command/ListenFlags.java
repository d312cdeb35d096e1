package dev.concordat.cli.command;

import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Where a command listens that is a server.
final class ListenFlags {
  private static final int MAX_PORT = 65_535;
  private static final String LOOPBACK = "127.0.0.1";

  private ListenFlags() {}

  /// @param usual the port where clients look first
  static OptionSpec port(int usual) {
    return Specs.option(
        "--port",
        "PORT",
        Integer.class,
        "Where it listens; 0 is a free one. Default: " + usual + ".");
  }

  static OptionSpec host() {
    return Specs.option(
        "--host",
        "ADDRESS",
        String.class,
        "The address of this machine that it listens on. Default: " + LOOPBACK + ".");
  }

  static String host(ParseResult given) {
    return given.matchedOptionValue("--host", LOOPBACK);
  }

  /// Why a number is no port, as a sentence; empty where it is one.
  static Optional<String> problem(int port) {
    return port < 0 || port > MAX_PORT
        ? Optional.of("--port " + port + ": ports go from 0 to " + MAX_PORT + ".")
        : Optional.empty();
  }
}
