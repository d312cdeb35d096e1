package dev.concordat.environment.running;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.part.FreePorts;
import dev.concordat.environment.part.PartContext;
import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.http.HttpLink;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The systems of an environment, and the links that lead to them.
final class Systems {
  private final Setup setup;
  private final Links links;
  private final Map<String, SystemProcess> processes = new LinkedHashMap<>();

  Systems(Setup setup, StartOptions options, PartContext context, Links links) {
    this.setup = setup;
    this.links = links;
    for (SystemSpec spec : setup.systems()) {
      processes.put(
          spec.name(),
          new SystemProcess(spec, context.supervisor(), context.java(), options.readyLimit()));
    }
  }

  List<SystemProcess> processes() {
    return List.copyOf(processes.values());
  }

  SystemProcess process(String system) {
    SystemProcess process = processes.get(system);
    if (process == null) {
      throw new IllegalArgumentException("there is no system " + system);
    }
    return process;
  }

  /// A link for every consumption, and one from Concordat to every system.
  void openLinks() throws EnvironmentFailure {
    for (SystemSpec spec : setup.systems()) {
      open(LinkName.CONCORDAT, spec.name());
      for (Consumption consumption : spec.consumes()) {
        open(spec.name(), consumption.provider());
      }
    }
  }

  private void open(String consumer, String provider) throws EnvironmentFailure {
    SystemProcess process = processes.get(provider);
    HttpLink link = links.openHttp(new LinkName(consumer, provider), target(process));
    if (process != null) {
      process.add(link);
    }
  }

  /// Nobody listens where a provider is neither here nor has a contract to speak for it; the link tells who asks.
  private static InetSocketAddress target(
      @org.jspecify.annotations.Nullable SystemProcess process) {
    return process == null
        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePorts.next())
        : process.address();
  }
}
