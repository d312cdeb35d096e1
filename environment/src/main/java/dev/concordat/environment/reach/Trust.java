package dev.concordat.environment.reach;

import dev.concordat.wire.authority.Authority;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Systems of one run that are told to trust the local authority beside all others that they trust anyway. The authority is
/// made when it is first asked for; its key stays in its folder, and systems are given certificates only. Thread-safe.
public final class Trust {
  /// Those whose file replaces the usual authorities: it gets them all.
  private static final List<String> REPLACING =
      List.of(
          "SSL_CERT_FILE",
          "REQUESTS_CA_BUNDLE",
          "CURL_CA_BUNDLE",
          "GIT_SSL_CAINFO",
          "AWS_CA_BUNDLE");

  /// Those whose file is taken beside the usual authorities.
  private static final List<String> ADDING = List.of("NODE_EXTRA_CA_CERTS", "DENO_CERT");

  private static final String JAVA = "JAVA_TOOL_OPTIONS";
  private static final String JAVA_STORE = "-Djavax.net.ssl.trustStore=";

  private final Path authorityFolder;
  private final Path folder;
  private @Nullable Authority authority;
  private @Nullable Bundles bundles;

  /// @param home where the authority is kept, in a folder of its own
  /// @param folder for the files of this run; must be there
  public Trust(Path home, Path folder) {
    this.authorityFolder = home.resolve("authority");
    this.folder = folder;
  }

  /// Whose certificates links show.
  public synchronized Authority authority() throws IOException {
    Authority made = authority;
    if (made == null) {
      made = Authority.at(authorityFolder, Clock.systemUTC());
      authority = made;
    }
    return made;
  }

  /// A system's variables with those that tell it whom to trust. Files that it names itself are kept, with the authority
  /// beside what is in them; a trust store that its `JAVA_TOOL_OPTIONS` name is left as it is.
  public synchronized Map<String, String> told(Map<String, String> variables) throws IOException {
    Bundles files = bundles();
    Map<String, String> told = new LinkedHashMap<>(variables);
    for (String name : REPLACING) {
      String own = variables.getOrDefault(name, variables.getOrDefault("SSL_CERT_FILE", ""));
      told.put(name, files.with(own).toString());
    }
    for (String name : ADDING) {
      String own = variables.getOrDefault(name, "");
      told.put(name, files.beside(own).toString());
    }
    String java = variables.getOrDefault(JAVA, "");
    if (!java.contains(JAVA_STORE)) {
      String store =
          Quoted.word(JAVA_STORE + files.javaStore())
              + " -Djavax.net.ssl.trustStoreType=PKCS12 -Djavax.net.ssl.trustStorePassword="
              + Bundles.PASSWORD;
      told.put(JAVA, (store + " " + java).strip());
    }
    return told;
  }

  private Bundles bundles() throws IOException {
    Bundles made = bundles;
    if (made == null) {
      made = new Bundles(authority(), folder);
      bundles = made;
    }
    return made;
  }
}
