// What the functions of all libraries run: the comparison looks at what is around it.
export const handler = async event => ({ statusCode: 200, body: JSON.stringify(event) });
