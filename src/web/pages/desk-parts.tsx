import type { ComponentChildren, VNode } from 'preact';

/** A section with its one link at the right end. */
export const Headed = (section: {
  readonly id: string;
  readonly title: string;
  readonly more: { readonly href: string; readonly text: string };
  readonly children: ComponentChildren;
}): VNode => (
  <section class="sec" aria-labelledby={section.id}>
    <div class="sec-head">
      <h2 id={section.id}>{section.title}</h2>
      <a class="more" href={section.more.href} aria-describedby={section.id}>
        {section.more.text}
      </a>
    </div>
    {section.children}
  </section>
);
