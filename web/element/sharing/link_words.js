/** What is said about links that hold a state. */
export const words = {
  leftOut: "This link could not be followed in everything. The rest of it is shown.",
  unfollowed: "This link could not be followed: the page is as it opens by itself.",
};
