package dev.concordat.benchmarks.reading;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The same with swagger-parser, references resolved. It keeps no places and judges no example.
public final class PeerReadOne {
  private PeerReadOne() {}

  /// Argument: the file.
  public static void main(String[] arguments) throws IOException {
    var options = new ParseOptions();
    options.setResolve(true);
    String text = Files.readString(Path.of(arguments[0]));
    OpenAPI read = new OpenAPIV3Parser().readContents(text, null, options).getOpenAPI();
    PrintStream out = System.out;
    out.println((read == null ? 0 : read.getPaths().size()) + " paths");
    // It leaves threads behind that keep the process for seconds.
    System.exit(0);
  }
}
