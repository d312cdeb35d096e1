package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// The strongly connected components of the schemas that one reaches, inner ones first (Tarjan 1972). Not recursive:
/// contracts nest deeper than stacks.
final class Components {
  private final Function<Schema, List<Schema>> children;
  private final Predicate<Schema> isDone;
  private final Map<Schema, Integer> numbers = new HashMap<>();
  private final Map<Schema, Integer> lowest = new HashMap<>();
  private final Deque<Schema> stack = new ArrayDeque<>();
  private final Set<Schema> onStack = new HashSet<>();
  private final List<List<Schema>> found = new ArrayList<>();

  private record Visit(Schema schema, Iterator<Schema> rest) {}

  Components(Schema root, Function<Schema, List<Schema>> children, Predicate<Schema> isDone) {
    this.children = children;
    this.isDone = isDone;
    walk(root);
  }

  List<List<Schema>> inOrder() {
    return found;
  }

  private void walk(Schema root) {
    Deque<Visit> visits = new ArrayDeque<>();
    visits.push(enter(root));
    while (!visits.isEmpty()) {
      Visit visit = visits.peek();
      if (visit.rest.hasNext()) {
        Schema child = visit.rest.next();
        if (isDone.test(child)) {
          continue;
        }
        if (!numbers.containsKey(child)) {
          visits.push(enter(child));
        } else if (onStack.contains(child)) {
          lower(visit.schema, number(numbers, child));
        }
      } else {
        visits.pop();
        leave(visit.schema);
        if (!visits.isEmpty()) {
          lower(visits.peek().schema, number(lowest, visit.schema));
        }
      }
    }
  }

  private Visit enter(Schema schema) {
    int number = numbers.size();
    numbers.put(schema, number);
    lowest.put(schema, number);
    stack.push(schema);
    onStack.add(schema);
    return new Visit(schema, children.apply(schema).iterator());
  }

  private void lower(Schema schema, int number) {
    lowest.merge(schema, number, Math::min);
  }

  private void leave(Schema schema) {
    if (number(lowest, schema) != number(numbers, schema)) {
      return;
    }
    var component = new ArrayList<Schema>();
    Schema member;
    do {
      member = stack.pop();
      onStack.remove(member);
      component.add(member);
    } while (member != schema);
    found.add(component);
  }

  private static int number(Map<Schema, Integer> numbers, Schema schema) {
    return Objects.requireNonNull(numbers.get(schema));
  }
}
