/**
 * Changes the server has not acknowledged yet, one person's in one project, in order. They lie in IndexedDB, so that
 * they outlive a reload and a closed tab; all tabs share them.
 */
import { MemoryOutbox } from "./memory-outbox.js";

const STORE = "changes";
const STRICT = { durability: "strict" };
/** Keys of what is kept in memory: behind all that the database gives. */
const BEYOND = 2 ** 50;

function finished(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function completed(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** The outbox of this name; one in memory where the browser lets pages keep nothing, as in some private windows. */
export async function openOutbox(name) {
  try {
    const outbox = await Outbox.open(name);
    // Some browsers open what they will not write to.
    await outbox.drop(0);
    return outbox;
  } catch (error) {
    console.info("IndexedDB", error);
    return new MemoryOutbox();
  }
}

class Outbox {
  /** Whether the changes outlive the page. From the first that the database has no room for, they no longer do. */
  lasting = true;
  #database;
  #memory = new MemoryOutbox(BEYOND);

  constructor(database) {
    this.#database = database;
  }

  static async open(name) {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key", autoIncrement: true });
    return new Outbox(await finished(request));
  }

  /** All changes, the oldest first. */
  async all() {
    return [...(await finished(this.#store("readonly").getAll())), ...(await this.#memory.all())];
  }

  get(key) {
    return key > BEYOND ? this.#memory.get(key) : finished(this.#store("readonly").get(key));
  }

  /** Kept for good when the promise resolves, unless `lasting` says otherwise; with its key. */
  async add(change) {
    try {
      if (this.lasting) return await this.#write(change);
    } catch (error) {
      console.info("IndexedDB", error);
      this.lasting = false;
    }
    return this.#memory.add(change);
  }

  async #write(change) {
    const store = this.#store("readwrite");
    const key = await finished(store.add(change));
    await completed(store.transaction);
    return { ...change, key };
  }

  async drop(key) {
    await this.#memory.drop(key);
    const store = this.#store("readwrite");
    store.delete(key);
    await completed(store.transaction);
  }

  /** Forget a change, if it is kept; the later ones of its mark build on the revision that it led to. */
  async settle(change, revision) {
    await this.#memory.settle(change, revision);
    const store = this.#store("readwrite");
    store.delete(change.key);
    for (const later of await finished(store.getAll())) {
      if (later.id === change.id) store.put({ ...later, revision });
    }
    await completed(store.transaction);
  }

  #store(mode) {
    return this.#database.transaction(STORE, mode, STRICT).objectStore(STORE);
  }
}
