/** The query parameter by which the links of `link` pages go on; clients never look at it. */
export const linkParam = "page_after";
