/** The way of signing in that the demo tells (`acr`): choosing from a list. */
export const DEMO_ACR = 'urn:husrum:demo';
