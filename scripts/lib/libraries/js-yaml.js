// The parts of js-yaml that docs/assets/js/facts-as-yaml.js needs: a block of YAML becomes events with their places in it.

export { getScalarValue, parseEvents } from "js-yaml";
