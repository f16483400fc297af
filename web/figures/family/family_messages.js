/** What the figure on family trees asks, and what it is answered. Types only. */

/**
 * A run by one of the recipes up to a sweep, and where it stands already.
 * @typedef {object} FamilyMessage
 * @property {"family"} kind
 * @property {string} recipe
 * @property {number} seed of the first weights and of the questions kept aside
 * @property {number} sweeps
 * @property {FamilyRun} [run] an earlier answer's, of the same recipe and seed
 */

/**
 * @typedef {object} FamilyRun
 * @property {number} sweep
 * @property {number[]} parameters
 * @property {number[][] | null} memory of the optimiser; null: the run is at its end
 * @property {FamilyLooks} looks
 */

/**
 * What was seen of a run every 25 sweeps, from before the first on.
 * @typedef {object} FamilyLooks
 * @property {number[]} trained_right of 100 questions
 * @property {number[]} held_out_right of four
 * @property {number[]} gradient how far it would move the first weights in a sweep
 * @property {number[]} decay the same of decay
 */

/**
 * @typedef {object} FamilyQuestion
 * @property {number} person by the place among the people
 * @property {number} relation
 * @property {number[]} answers who is right
 * @property {boolean} held_out the network is not trained on it
 * @property {boolean} right every output is on its side of 0.5
 * @property {number[]} outputs of the 24 people
 * @property {string} sentence
 */

/**
 * @typedef {object} FamilyCorrelation
 * @property {string} trait
 * @property {number} value Pearson's r of the trait with the unit's weights
 * @property {string} text the same
 * @property {boolean} stands the unit stands for it
 */

/**
 * @typedef {object} FamilyUnit
 * @property {number[]} weights from the 24 people
 * @property {FamilyCorrelation[]} correlations
 */

/**
 * @typedef {object} FamilyPerson
 * @property {string} name
 * @property {number} generation 1 to 3
 */

/**
 * @typedef {object} FamilyRecipe
 * @property {string} recipe
 * @property {string} settings
 */

/**
 * @typedef {object} FamilyResult
 * @property {"family"} kind
 * @property {string} recipe
 * @property {number} seed
 * @property {number} sweep
 * @property {number} end the sweep with which this recipe ends
 * @property {FamilyRun} run
 * @property {number[]} sweeps at which it was looked at
 * @property {FamilyPerson[]} people the English ones first; each goes with the one twelve places on
 * @property {number[][]} couples the two, and their children if they have any
 * @property {string[]} relations
 * @property {FamilyRecipe[]} recipes
 * @property {number} trained_right
 * @property {number} held_out_right
 * @property {FamilyQuestion[]} questions
 * @property {FamilyUnit[]} units
 * @property {string} units_sentence
 * @property {string} sentence
 * @property {string} pulls_sentence
 */

/**
 * Starts with the seeds 0 to 23, one after the other.
 * @typedef {object} FamilyStartsMessage
 * @property {"family_starts"} kind
 * @property {string} recipe
 * @property {number} sweeps to train in this call
 * @property {number[][]} starts the outcomes that are known
 * @property {FamilyStart | null} start where the one stands that is trained just now
 */

/**
 * @typedef {object} FamilyStart
 * @property {number} sweep
 * @property {number[]} parameters
 * @property {number[][]} memory of the optimiser
 */

/**
 * @typedef {object} FamilyStartsResult
 * @property {"family_starts"} kind
 * @property {string} recipe
 * @property {number[][]} starts of each that is at its end: trained and held-out questions answered, and the
 *   largest |r| of any unit with each trait
 * @property {FamilyStart | null} start
 * @property {boolean} done
 * @property {number} progress 0 to 1
 * @property {string} sentence
 */

export {};
