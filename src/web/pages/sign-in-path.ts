/** Where one signs in to go on to a page; `fresh` when one has to show anew who one is. */
export const signInPath = (to: string, fresh = false): string =>
  `/auth/sign-in?to=${encodeURIComponent(to)}${fresh ? '&fresh=1' : ''}`;
