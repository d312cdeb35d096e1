package dev.concordat.environment.reach;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a system is told so that it reaches links by the names of hosts: to go through a proxy, in every way in which clients
/// are told of one. What is on this machine it reaches directly, unless that is what it calls a system by.
///
/// @param hosts whom it calls by name
/// @param proxyPort where its proxy listens on 127.0.0.1
public record HostVariables(NamedHosts hosts, int proxyPort) {
  private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "::1");
  private static final List<String> PROXY =
      List.of("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY");
  private static final String JAVA = "JAVA_TOOL_OPTIONS";
  private static final String NODE = "NODE_OPTIONS";

  /// A system's variables with those of its proxy.
  ///
  /// @param folder for a file of this run; must be there
  public Map<String, String> told(Map<String, String> variables, Path folder) throws IOException {
    Map<String, String> told = new LinkedHashMap<>(variables);
    PROXY.forEach(name -> told.put(name, "http://127.0.0.1:" + proxyPort));
    List<String> direct = LOCAL.stream().filter(host -> !hosts.isNamed(host)).toList();
    told.put("no_proxy", String.join(",", direct));
    told.put("NO_PROXY", String.join(",", direct));
    told.merge(JAVA, java(direct), (own, ours) -> (ours + " " + own).strip());
    told.put("NODE_USE_ENV_PROXY", "1");
    told.put(NodePreload.VARIABLE, hosts.json(proxyPort));
    Path preload = NodePreload.in(folder);
    told.merge(
        NODE, Quoted.word("--require=" + preload), (own, ours) -> (ours + " " + own).strip());
    return told;
  }

  private String java(List<String> direct) {
    String patterns =
        direct.stream().map(HostVariables::javaPattern).collect(Collectors.joining("|"));
    return Stream.of("http", "https")
            .map(
                scheme ->
                    "-D%1$s.proxyHost=127.0.0.1 -D%1$s.proxyPort=%2$d".formatted(scheme, proxyPort))
            .collect(Collectors.joining(" "))
        + " -Dhttp.nonProxyHosts="
        + patterns;
  }

  private static String javaPattern(String host) {
    return switch (host) {
      case "127.0.0.1" -> "127.*";
      case "::1" -> "[::1]";
      default -> host;
    };
  }
}
