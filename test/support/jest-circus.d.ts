/** Jest's own runner of one spec; it ships no types. */
declare module 'jest-circus/runner' {
  const module: {
    default(
      globalConfig: unknown,
      config: unknown,
      environment: unknown,
      runtime: unknown,
      testPath: string,
      sendMessageToJest?: unknown,
    ): Promise<unknown>;
  };
  export default module;
}
