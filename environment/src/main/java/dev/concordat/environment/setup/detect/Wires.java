package dev.concordat.environment.setup.detect;

import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.PartNeed;
import java.util.List;
import java.util.Map;

/// What a system's environment consists of: links, parts, and the rest.
record Wires(List<Consumption> consumes, List<PartNeed> needs, Map<String, String> variables) {}
