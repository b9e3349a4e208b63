import { createTheme, Drawer, defaultVariantColorsResolver, type MantineColorsTuple, Modal } from '@mantine/core';

/** Named so that components take their inks from tokens.css; the shades themselves are never used. */
const petrol: MantineColorsTuple = [
  '#e3eef1',
  '#d3e4e9',
  '#a7d6e2',
  '#8cc7d6',
  '#5f9fb2',
  '#3a7c90',
  '#216074',
  '#0f4c5c',
  '#0b3a47',
  '#082b35',
];

export const theme = createTheme({
  primaryColor: 'petrol',
  colors: { petrol },
  defaultRadius: 6,
  fontFamily: 'var(--hw-font)',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // On the light accent of the dark scheme white would be illegible.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...colors, color: 'var(--hw-on-accent)' } : colors;
  },
  components: {
    // The page behind a dialogue is held still by base.css: the library would write an inline style, which a strict policy refuses.
    Modal: Modal.extend({ defaultProps: { lockScroll: false } }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false } }),
  },
});
