package dev.concordat.environment.running;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What systems and builds get of Concordat's own environment: what they need to find their tools, nothing that could be a
/// secret. Everything else comes from the setup.
final class Inherited {
  private static final Set<String> NAMES =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "SHELL",
          "LANG",
          "LANGUAGE",
          "TZ",
          "TMPDIR",
          "TEMP",
          "TMP",
          "JAVA_HOME",
          "NODE_PATH",
          "NVM_DIR",
          "GOPATH",
          "GOROOT",
          "GOCACHE",
          "CARGO_HOME",
          "RUSTUP_HOME",
          "DOTNET_ROOT",
          "VIRTUAL_ENV",
          "PYTHONPATH",
          "SSL_CERT_FILE",
          "SSL_CERT_DIR",
          "LD_LIBRARY_PATH",
          "DYLD_LIBRARY_PATH",
          "SystemRoot");

  /// Builds also fetch things, and may be told how.
  private static final Set<String> BUILD_NAMES =
      Set.of(
          "http_proxy",
          "https_proxy",
          "no_proxy",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "NO_PROXY",
          "MAVEN_OPTS",
          "MAVEN_ARGS",
          "MAVEN_HOME",
          "M2_HOME",
          "GRADLE_OPTS",
          "GRADLE_USER_HOME",
          "GOPROXY",
          "GOFLAGS",
          "CI");

  private static final Pattern LOCALE = Pattern.compile("LC_[A-Z]+");
  private static final Pattern NPM = Pattern.compile("npm_config_[a-z_]+");

  private Inherited() {}

  static Map<String, String> forSystem(Map<String, String> own) {
    return filter(own, name -> NAMES.contains(name) || LOCALE.matcher(name).matches());
  }

  /// @param javaHome where none is named
  static Map<String, String> forBuild(Map<String, String> own, String javaHome) {
    Map<String, String> variables =
        filter(
            own,
            name ->
                NAMES.contains(name)
                    || BUILD_NAMES.contains(name)
                    || LOCALE.matcher(name).matches()
                    || (NPM.matcher(name).matches() && !name.contains("auth")));
    variables.putIfAbsent("JAVA_HOME", javaHome);
    return variables;
  }

  private static Map<String, String> filter(Map<String, String> own, Predicate<String> isWanted) {
    var variables = new LinkedHashMap<String, String>();
    own.forEach(
        (name, value) -> {
          if (isWanted.test(name)) {
            variables.put(name, value);
          }
        });
    return variables;
  }
}
