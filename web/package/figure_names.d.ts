// The package has here the names of its figures, which are those of the registry.

export type FigureName = string;
